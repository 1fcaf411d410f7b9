// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.ShardKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Puts a value of a series before its detector, and the verdict before its gate. Holds nothing of
 * any series from call to call, so the tables of one thread share one.
 */
public final class SeriesJudge {
  final SeriesSettings settings;
  final SeriesIndex index = new SeriesIndex();
  final SumReader reader = new SumReader();
  private final SeriesDetector detector;
  final Judged judged = new Judged();
  private final EpisodeGate gate = new EpisodeGate();

  private static final double FAR = 0.25;

  private Consumer<Suspicion> suspicions = nobody -> {};

  /** A judge by these settings. */
  public SeriesJudge(SeriesSettings settings) {
    this.settings = settings;
    this.detector = new SeriesDetector(settings.detector());
  }

  /** From now on tells of single values that are improbable. */
  public void tell(Consumer<Suspicion> takes) {
    suspicions = takes;
  }

  /** Who is told of single values that are improbable. */
  public Consumer<Suspicion> told() {
    return suspicions;
  }

  /** Judges and takes in a value in range, later than the last one judged. */
  void judge(
      SeriesRows rows,
      int row,
      long atMs,
      double value,
      long support,
      Direction direction,
      ShardKey key,
      Consumer<Episode> out) {
    int at = SeriesRows.rowAt(row) + SeriesRows.DETECTOR;
    detector.step(rows.block(), at, atMs, value, judged);
    if (!rows.isAtRest(row)) {
      rows.read(row, gate);
      Observation seen = compared(gate, atMs, value, support);
      if (seen.pValue() < 1 && isFar(gate, value)) {
        judged.surprise = Math.max(judged.surprise, SeriesDetector.IMPROBABLE);
      }
      suspect(subject(rows, row, key), atMs, value, gate.worstExpected, support, direction);
      step(gate, seen, subject(rows, row, key), out);
      rows.write(row, gate);
      return;
    }
    if (judged.surprise >= SeriesDetector.IMPROBABLE) {
      suspect(subject(rows, row, key), atMs, value, judged.expected, support, direction);
    }
    if (judged.abnormal && !ignores(direction, value - judged.expected)) {
      gate.reset();
      step(gate, observation(atMs, value, support), subject(rows, row, key), out);
      rows.write(row, gate);
    }
  }

  /** A quarter of the way back to what was usual is not over yet. */
  private static boolean isFar(EpisodeGate gate, double value) {
    double worst = Math.abs(gate.worstValue - gate.worstExpected);
    return Math.abs(value - gate.worstExpected) >= FAR * worst;
  }

  private void suspect(
      EpisodeSubject subject,
      long atMs,
      double value,
      double expected,
      long support,
      Direction direction) {
    if (judged.ready
        && judged.surprise >= SeriesDetector.IMPROBABLE
        && !ignores(direction, value - expected)) {
      suspicions.accept(
          new Suspicion(
              subject.environment(),
              subject.service(),
              subject.kind(),
              subject.subject(),
              Instant.ofEpochMilli(atMs),
              judged.surprise,
              (long) judged.intervalMs,
              value,
              expected,
              support));
    }
  }

  /** Feeds a gate, and ends what has lasted so long that it is the new normal. */
  void step(EpisodeGate gate, Observation seen, EpisodeSubject subject, Consumer<Episode> out) {
    Episode episode = gate.step(subject, settings.gate(), seen);
    if (episode != null) {
      out.accept(episode);
    }
    if (gate.isOpen() && isLasting(gate, seen.atMs())) {
      out.accept(gate.close(subject, seen.atMs()));
    }
  }

  private boolean isLasting(EpisodeGate gate, long atMs) {
    return atMs - gate.startedAtMs >= settings.acceptAfterMs()
        && gate.hits >= settings.acceptAfterPoints();
  }

  /** Ends the episode, if any, of a series that is silent for as long as an episode may last. */
  void closeIfSilent(SeriesRows rows, int row, long nowMs, ShardKey key, Consumer<Episode> out) {
    if (rows.isAtRest(row) || !isSilent(rows, row, nowMs)) {
      return;
    }
    rows.read(row, gate);
    if (gate.isOpen()) {
      out.accept(gate.close(subject(rows, row, key), nowMs));
      rows.write(row, gate);
    }
  }

  /** True when nothing was heard of a series for as long as an episode may last. */
  boolean isSilent(SeriesRows rows, int row, long nowMs) {
    return nowMs - rows.atMs(row) >= settings.acceptAfterMs();
  }

  /** The value judged last, as one that is abnormal. */
  Observation observation(long atMs, double value, long support) {
    return new Observation(
        atMs,
        Math.min(judged.pValue(), settings.gate().openBelow()),
        value,
        judged.expected,
        judged.lower,
        judged.upper,
        support);
  }

  /**
   * From the onset on values are compared with what was usual then: the detector itself gets used
   * to a new level long before people do.
   */
  Observation compared(EpisodeGate gate, long atMs, double value, long support) {
    double expected = gate.worstExpected;
    boolean up = gate.worstValue > expected;
    boolean outside = up ? value > gate.worstUpper : value < gate.worstLower;
    double pValue = outside ? Math.min(judged.pValue(), settings.gate().openBelow()) : 1;
    return new Observation(
        atMs, pValue, value, expected, gate.worstLower, gate.worstUpper, support);
  }

  static boolean ignores(Direction direction, double deviation) {
    return switch (direction) {
      case BOTH -> false;
      case UP -> deviation <= 0;
      case DOWN -> deviation >= 0;
    };
  }

  /** Instances of one service must not share the ids of their episodes. */
  static EpisodeSubject subject(SeriesRows rows, int row, ShardKey key) {
    String label = new String(rows.label(row), StandardCharsets.UTF_8);
    return new EpisodeSubject(
        key.environment(), key.service(), rows.kind(row), subject(label, key), null);
  }

  static String subject(String label, ShardKey key) {
    return key.instance().isEmpty() ? label : label + "@" + key.instance();
  }
}
