// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.ShardKey;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Puts a value of a series before its baseline, and the verdict before its gate. Holds nothing of
 * any series from call to call, so the tables of one thread share one.
 */
public final class SeriesJudge {
  final SeriesSettings settings;
  final SeriesIndex index = new SeriesIndex();
  final SumReader reader = new SumReader();
  private final Verdict verdict = new Verdict();
  private final Baseline baseline = new Baseline();
  private final EpisodeGate gate = new EpisodeGate();

  /** A judge by these settings. */
  public SeriesJudge(SeriesSettings settings) {
    this.settings = settings;
  }

  /** Judges and learns a value in range, later than the last one judged. */
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
    BaselineRegion.read(rows.block(), at, baseline);
    baseline.judge(value, atMs, settings, verdict);
    if (ignores(direction, verdict.deviation)) {
      verdict.pValue = 1;
    }
    boolean atRest = rows.isAtRest(row);
    boolean open = false;
    if (!atRest || verdict.pValue <= settings.gate().openBelow()) {
      rows.read(row, gate);
      step(observation(atMs, value, support), subject(rows, row, key), out);
      rows.write(row, gate);
      atRest = gate.startedAtMs == 0;
      open = gate.isOpen();
    }
    baseline.take(value, atMs, verdict, atRest, open);
    BaselineRegion.write(rows.block(), at, baseline);
  }

  private void step(Observation seen, EpisodeSubject subject, Consumer<Episode> out) {
    boolean wasOpen = gate.isOpen();
    Episode episode = gate.step(subject, settings.gate(), seen);
    if (episode != null) {
      out.accept(episode);
    }
    if (!wasOpen && gate.isOpen()) {
      baseline.alarmed(verdict.sustained);
    }
    if (gate.isOpen() && isLasting(seen.atMs())) {
      out.accept(gate.close(subject, seen.atMs()));
      baseline.restart();
    }
  }

  private boolean isLasting(long atMs) {
    return atMs - gate.startedAtMs >= settings.acceptAfterMs()
        && gate.hits >= settings.acceptAfterPoints();
  }

  /** Ends the episode, if any, of a series that is silent for as long as an episode may last. */
  void closeIfSilent(SeriesRows rows, int row, long nowMs, ShardKey key, Consumer<Episode> out) {
    if (rows.isAtRest(row) || nowMs - rows.atMs(row) < settings.acceptAfterMs()) {
      return;
    }
    rows.read(row, gate);
    if (gate.isOpen()) {
      out.accept(gate.close(subject(rows, row, key), nowMs));
      rows.write(row, gate);
    }
  }

  private Observation observation(long atMs, double value, long support) {
    double expected = verdict.expected;
    double band = Baseline.BAND * verdict.scale;
    return new Observation(
        atMs, verdict.pValue, value, expected, expected - band, expected + band, support);
  }

  private static boolean ignores(Direction direction, double deviation) {
    return switch (direction) {
      case BOTH -> false;
      case UP -> deviation <= 0;
      case DOWN -> deviation >= 0;
    };
  }

  /** Instances of one service must not share the ids of their episodes. */
  private static EpisodeSubject subject(SeriesRows rows, int row, ShardKey key) {
    String label = new String(rows.label(row), StandardCharsets.UTF_8);
    String subject = key.instance().isEmpty() ? label : label + "@" + key.instance();
    return new EpisodeSubject(key.environment(), key.service(), rows.kind(row), subject, null);
  }
}
