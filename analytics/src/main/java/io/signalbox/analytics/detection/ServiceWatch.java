// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Makes one statement of all series of a service: how many left their bands together, since when,
 * and which lead. How many do so by chance is learned per service, so a thousand series do not make
 * a thousand alarms, and a service whose series always flap says so less easily. Mutable; what it
 * knows is what a codec stores.
 *
 * <p>Revisions must come in the order of the ticks they were found in; within a tick any order
 * gives the same.
 */
public final class ServiceWatch {
  /** Series that are off at the same time and known by name; further ones are counted. */
  public static final int MOST = 256;

  private static final int LEADERS = 3;
  private static final GateSettings SETTINGS = new GateSettings(1e-4, 1, 1e-2, 1);
  private static final Comparator<OffSeries> LEADING =
      Comparator.comparingDouble(OffSeries::pValue).thenComparing(OffSeries::subject);

  private final String environment;
  private final String service;
  private final TreeMap<String, OffSeries> off = new TreeMap<>();
  private final UsualOpenings usual = new UsualOpenings();
  private final EpisodeGate gate = new EpisodeGate();
  private long unnamed;

  /** Begins to watch a service of which nothing is known. */
  public ServiceWatch(String environment, String service) {
    this.environment = environment;
    this.service = service;
  }

  /** True for episodes about one series of a service: those are combined. */
  public static boolean combines(Episode episode) {
    return switch (episode.kind()) {
      case METRIC, RATE, DURATION -> true;
      default -> false;
    };
  }

  /**
   * Takes in the episode revisions of one tick.
   *
   * @param nowMs last millisecond of the tick, epoch milliseconds
   * @param revisions revisions of episodes that {@link #combines}
   * @param out takes the statement's next revision, if there is one
   */
  public void fold(long nowMs, List<Episode> revisions, Consumer<Episode> out) {
    usual.advance(nowMs, gate.startedAtMs == 0);
    revisions.stream().sorted(Comparator.comparing(Episode::id)).forEachOrdered(this::take);
    judge(nowMs, out);
  }

  private void take(Episode episode) {
    OffSeries known = off.get(episode.id());
    if (episode.status() == EpisodeStatus.CLOSED) {
      off.remove(episode.id());
      unnamed -= known == null && unnamed > 0 ? 1 : 0;
    } else if (known != null) {
      off.put(episode.id(), OffSeries.of(episode));
    } else if (episode.revision() == 1) {
      open(episode);
    }
  }

  private void open(Episode episode) {
    usual.opened();
    if (off.size() < MOST) {
      off.put(episode.id(), OffSeries.of(episode));
    } else {
      unnamed++;
    }
  }

  private void judge(long nowMs, Consumer<Episode> out) {
    long count = off.size() + unnamed;
    boolean open = gate.isOpen();
    double pValue = open ? usual.chanceOf(count) : usual.chanceOf(Math.min(count, usual.recent()));
    if (!open && pValue <= SETTINGS.openBelow()) {
      gate.startedAtMs = since();
    }
    EpisodeSubject subject =
        new EpisodeSubject(environment, service, EpisodeKind.SERVICE, "*", null);
    Observation seen =
        new Observation(nowMs, pValue, count, usual.expected(), 0, usual.upper(), count);
    String reason = reason(count);
    Episode revision = gate.step(subject, SETTINGS, seen);
    if (revision != null) {
      out.accept(
          revision.status() == EpisodeStatus.CLOSED ? revision : revision.withReason(reason));
    }
  }

  private long since() {
    return off.values().stream()
        .sorted(LEADING)
        .limit(LEADERS)
        .mapToLong(OffSeries::startedAtMs)
        .min()
        .orElse(0);
  }

  private String reason(long count) {
    String leaders =
        off.values().stream()
            .sorted(LEADING)
            .limit(LEADERS)
            .map(OffSeries::subject)
            .collect(Collectors.joining("; "));
    return count + " series are not as usual together, led by " + leaders;
  }

  /** True when nothing is worth remembering: no series is off and the service is as any other. */
  public boolean isEmpty() {
    return off.isEmpty() && unnamed == 0 && usual.isUnknown();
  }

  /** Walks over all state, see {@link Fields}; read into a watch that was just made. */
  public void walk(Fields fields) {
    unnamed = fields.integer(unnamed);
    usual.walk(fields);
    fields.gate(gate);
    List<OffSeries.Draft> drafts =
        off.entrySet().stream()
            .map(entry -> new OffSeries.Draft(entry.getKey(), entry.getValue()))
            .collect(Collectors.toList());
    fields.list(drafts, MOST, OffSeries.Draft::new, OffSeries.Draft::walk);
    off.clear();
    drafts.forEach(draft -> off.put(draft.id, draft.series()));
  }
}
