// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.ShardKey;
import java.util.function.Consumer;

/** Puts a value of a series before its baseline, and the verdict before its gate. */
final class SeriesJudge {
  private final SeriesSettings settings;
  private final Verdict verdict = new Verdict();

  SeriesJudge(SeriesSettings settings) {
    this.settings = settings;
  }

  /** Judges and learns a value in range, later than the last one judged. */
  void judge(
      Series series,
      long atMs,
      double value,
      long support,
      Direction direction,
      ShardKey key,
      Consumer<Episode> out) {
    Baseline baseline = series.baseline;
    EpisodeGate gate = series.gate;
    baseline.judge(value, atMs, settings, verdict);
    if (ignores(direction, verdict.deviation)) {
      verdict.pValue = 1;
    }
    if (gate.startedAtMs != 0 || verdict.pValue <= settings.gate().openBelow()) {
      step(series, observation(atMs, value, support), subject(series, key), out);
    }
    baseline.take(value, atMs, verdict, gate.startedAtMs == 0, gate.isOpen());
  }

  private void step(
      Series series, Observation seen, EpisodeSubject subject, Consumer<Episode> out) {
    EpisodeGate gate = series.gate;
    boolean wasOpen = gate.isOpen();
    Episode episode = gate.step(subject, settings.gate(), seen);
    if (episode != null) {
      out.accept(episode);
    }
    if (!wasOpen && gate.isOpen()) {
      series.baseline.alarmed(verdict.sustained);
    }
    if (gate.isOpen() && isLasting(gate, seen.atMs())) {
      out.accept(gate.close(subject, seen.atMs()));
      series.baseline.restart();
    }
  }

  private boolean isLasting(EpisodeGate gate, long atMs) {
    return atMs - gate.startedAtMs >= settings.acceptAfterMs()
        && gate.hits >= settings.acceptAfterPoints();
  }

  /** Ends the episode, if any, of a series that is silent for as long as an episode may last. */
  void closeIfSilent(Series series, long nowMs, ShardKey key, Consumer<Episode> out) {
    long silentMs = nowMs - series.reader.atMs;
    if (series.gate.isOpen() && silentMs >= settings.acceptAfterMs()) {
      out.accept(series.gate.close(subject(series, key), nowMs));
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
  private static EpisodeSubject subject(Series series, ShardKey key) {
    String label = series.label();
    String subject = key.instance().isEmpty() ? label : label + "@" + key.instance();
    return new EpisodeSubject(key.environment(), key.service(), series.kind, subject, null);
  }
}
