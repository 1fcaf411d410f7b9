// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.DurationSketch;
import io.signalbox.analytics.signals.LogLine;
import io.signalbox.analytics.signals.SpanCell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** Plays ticks to a watch and keeps all it says. */
final class Tape {
  /** Some instant that is the start of a minute. */
  static final long T0 = 1_656_095_760_000L;

  final List<String> series = new ArrayList<>();
  final List<Episode> episodes = new ArrayList<>();
  final List<Change> changes = new ArrayList<>();
  final RequestWatch watch = new RequestWatch("test", "cart");

  static SpanCell cell(
      String operation, int kind, String version, String zone, long calls, long errors, long us) {
    return new SpanCell(
        operation,
        kind,
        version,
        zone,
        calls,
        errors,
        new int[] {DurationSketch.binOf(us)},
        new long[] {calls});
  }

  /** Calls of a server without version and zone that take 5 ms. */
  static SpanCell cell(String operation, long calls, long errors) {
    return cell(operation, 2, "", "", calls, errors, 5_000);
  }

  /** Calls of one version that take 5 ms. */
  static SpanCell version(String version, long calls, long errors) {
    return cell("Charge", 2, version, "", calls, errors, 5_000);
  }

  static LogLine line(int severity, String text, long count) {
    return new LogLine(0, severity, text, count);
  }

  /** Folds the cells of each second. */
  Tape spans(int fromSecond, int toSecond, LongFunction<List<SpanCell>> cells) {
    for (int second = fromSecond; second < toSecond; second++) {
      long tick = T0 + second * 1000L;
      advance(tick);
      watch.foldSpans(tick, cells.apply(second));
      advance(tick + 1000);
    }
    return this;
  }

  /** Folds the log records of each second. */
  Tape logs(int fromSecond, int toSecond, LongFunction<List<LogLine>> lines) {
    for (int second = fromSecond; second < toSecond; second++) {
      long tick = T0 + second * 1000L;
      advance(tick);
      watch.foldLogs(tick, lines.apply(second));
      advance(tick + 1000);
    }
    return this;
  }

  Tape advanceTo(int second) {
    advance(T0 + second * 1000L);
    return this;
  }

  private void advance(long nowMs) {
    watch.advance(
        nowMs,
        (id, kind, subject, atMs, value, support) ->
            series.add(
                (atMs + 1 - T0) / 1000 + " " + kind + " " + subject + " " + value + " " + support),
        episodes::add,
        changes::add);
  }

  /** Episodes of a kind as {@code status subject second}, the second of the revision. */
  List<String> told(EpisodeKind kind) {
    return episodes.stream().filter(e -> e.kind() == kind).map(Tape::brief).toList();
  }

  Stream<Episode> opened(EpisodeKind kind) {
    return episodes.stream().filter(e -> e.kind() == kind && e.status() == EpisodeStatus.OPEN);
  }

  private static String brief(Episode e) {
    return e.status() + " " + e.subject() + " " + (e.updatedAt().toEpochMilli() + 1 - T0) / 1000;
  }
}
