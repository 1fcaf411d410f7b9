// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import io.signalbox.analytics.detection.Episode;
import java.util.ArrayDeque;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One segment under watch. Mutable: part of a state, and its fields are what a codec stores. */
public final class SegmentWatch {
  /** Ids of answers that are kept as examples. */
  public static final int EXAMPLES = 3;

  private static final double[] NO_EDGES = {};

  /** The likeliest begin of a change may be so much before it. */
  private static final long NEAR_MS = 60_000;

  /** What is watched of it. */
  public final WatchKind kind;

  private final EvidenceRule rule;
  private @Nullable RateDetector rates;
  private @Nullable ValueDetector values;

  /** A change that is known and not yet judged. */
  public @Nullable KnownChange change;

  /** How many changes were known so far. */
  public int changes;

  /** How a number is spread; null for others. */
  public final @Nullable ShapeWatch shape;

  /** Counts by begin of the window, epoch milliseconds. */
  public final TreeMap<Long, WindowCount> windows = new TreeMap<>();

  /** How often judge and label agreed. */
  public Confusion agreement = Confusion.NONE;

  /** The open episode, if there is one. */
  public @Nullable Episode episode;

  /** Ids of bad answers, the latest last. */
  public final ArrayDeque<String> examples = new ArrayDeque<>();

  /** When something was last seen of it, epoch milliseconds. */
  public long lastMs;

  /** A watch that has seen nothing. */
  public SegmentWatch(WatchKind kind, EvidenceRule rule) {
    this.kind = kind;
    this.rule = rule;
    this.shape = kind == WatchKind.NUMBER ? new ShapeWatch() : null;
    switch (kind) {
      case COUNT -> {}
      case RATE -> rates = new RateDetector(rule);
      case NUMBER -> values = new ValueDetector(rule);
    }
  }

  /** Goes on with a rate as it is remembered. */
  public void restore(RateMemory memory) {
    rates = RateDetector.of(rule, memory);
  }

  /** Goes on with a number as it is remembered. */
  public void restore(ValueMemory memory) {
    values = ValueDetector.of(rule, memory);
  }

  /** What is remembered of a rate, null when it is none. */
  public @Nullable RateMemory rateMemory() {
    return rates == null ? null : rates.memory();
  }

  /** What is remembered of a number, null when it is none. */
  public @Nullable ValueMemory valueMemory() {
    return values == null ? null : values.memory();
  }

  /** How often each channel was so since it was last another: one of a rate, more of a number. */
  List<Tally> seen() {
    if (rates != null) {
      return List.of(rates.seen());
    }
    return values == null ? List.of() : values.below();
  }

  /** Compares what comes from a time on with what another segment, or this one, had before. */
  void compare(String name, long sinceMs, SegmentWatch reference) {
    double[] edges = reference.values == null ? NO_EDGES : reference.values.edges();
    KnownChange known = KnownChange.of(name, reference == this, sinceMs, edges, reference.seen());
    if (known != null) {
      change = known;
      changes++;
    }
  }

  /** Takes in what is known of an answer; what has changed by it, if that is certain. */
  @Nullable DriftFinding observe(Observation seen, long windowMs) {
    lastMs = seen.atMs();
    long window = Math.floorDiv(seen.answer().atMs(), windowMs) * windowMs;
    WindowCount count = windows.getOrDefault(window, WindowCount.NONE);
    switch (kind) {
      case COUNT -> windows.put(window, count.answered());
      case RATE -> {
        windows.put(window, count.with(seen));
        agree(seen);
      }
      case NUMBER -> {
        if (shape != null && seen.isFirst()) {
          shape.add(seen.value());
        }
      }
    }
    return seen.isFirst() && kind != WatchKind.COUNT ? judge(seen) : null;
  }

  private void agree(Observation seen) {
    if (Double.isNaN(seen.judged())) {
      return;
    }
    boolean judged = seen.judged() > 0;
    agreement = agreement.with(judged, seen.value() > 0, 1);
    if (seen.replacesLabel()) {
      agreement = agreement.with(judged, seen.replaced() > 0, -1);
    }
  }

  private @Nullable DriftFinding judge(Observation seen) {
    boolean bad = rates != null && seen.value() <= 0;
    if (bad || kind == WatchKind.NUMBER) {
      examples.addLast(seen.answer().id());
      if (examples.size() > EXAMPLES) {
        examples.removeFirst();
      }
    }
    Polarity polarity = Polarity.of(seen.metric());
    DriftFinding unknown = unknownChange(seen, polarity);
    if (change == null || seen.answer().atMs() < change.sinceMs()) {
      return unknown;
    }
    change.add(seen.value());
    return unknown == null ? knownChange(change, polarity) : explained(unknown, change);
  }

  /** What began with a change of the same version came of it. */
  private static DriftFinding explained(DriftFinding unknown, KnownChange known) {
    return known.own() && unknown.sinceMs() >= known.sinceMs() - NEAR_MS
        ? unknown.causedBy(known.name())
        : unknown;
  }

  private @Nullable DriftFinding unknownChange(Observation seen, Polarity polarity) {
    if (rates != null) {
      RateShift shift = rates.add(seen.value() > 0, seen.atMs());
      return shift == null
          ? null
          : finding(shift, polarity.isBadOfGood(shift.direction()), Double.NaN);
    }
    ValueShift shift = values == null ? null : values.add(seen.value(), seen.atMs());
    return shift == null
        ? null
        : finding(shift.below(), polarity.isBad(shift.below().direction()), shift.edge());
  }

  private static DriftFinding finding(RateShift shift, boolean worse, double edge) {
    return new DriftFinding(
        shift.before(), shift.after(), worse, shift.sinceMs(), shift.nats(), edge, "");
  }

  private @Nullable DriftFinding knownChange(KnownChange known, Polarity polarity) {
    int channel = known.shown(rule.known(changes - 1));
    if (channel < 0) {
      return null;
    }
    change = null;
    Tally before = known.before().get(channel);
    Tally after = known.after().get(channel);
    ShiftDirection way = after.rate() > before.rate() ? ShiftDirection.UP : ShiftDirection.DOWN;
    boolean worse = kind == WatchKind.RATE ? polarity.isBadOfGood(way) : polarity.isBad(way);
    double edge = kind == WatchKind.RATE ? Double.NaN : known.edges()[channel];
    double nats = RateComparison.nats(before, after);
    return new DriftFinding(before, after, worse, known.sinceMs(), nats, edge, known.name());
  }

  /** How many of the answers of some windows are good. */
  Tally good(long fromMs, long toMs) {
    Tally sum = Tally.NONE;
    for (WindowCount count : windows.subMap(fromMs, toMs).values()) {
      sum = sum.plus(new Tally(count.rated(), count.good()));
    }
    return sum;
  }
}
