// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.detection.RequestWatch;
import io.signalbox.analytics.signals.LogLine;
import io.signalbox.analytics.signals.SpanCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A seeded life of a service, and all that a watch says about it. */
final class Recording {
  static final long T0 = 1_656_095_760_000L;
  private static final String[] MESSAGES = {
    "disk <*> is full", "user ann not found", "user bob not found", "", "lost \u00e9\ud83d\ude00"
  };

  final List<String> said = new ArrayList<>();
  private final List<Episode> episodes = new ArrayList<>();
  RequestWatch watch = new RequestWatch("test", "cart");

  void second(long seed, int second) {
    long tick = T0 + second * 1000L;
    Random random = new Random(seed * 131 + second);
    advance(tick);
    boolean quiet = second % 2000 > 1300;
    if (!quiet && random.nextInt(10) > 0) {
      watch.foldSpans(tick, cells(random, second));
    }
    if (!quiet && random.nextInt(3) == 0) {
      watch.foldLogs(tick, lines(random, second));
    }
    advance(tick + 1000);
  }

  /** Lets time pass in which nothing is heard. */
  void end(long nowMs) {
    advance(nowMs);
  }

  /** What the episodes that were closed rest on, which is stored with them. */
  List<String> closed() {
    return episodes.stream()
        .filter(e -> e.status() == EpisodeStatus.CLOSED)
        .map(e -> e.id() + " " + e.kind() + " " + e.revision() + " " + e.pValue() + " " + e.value())
        .toList();
  }

  private void advance(long nowMs) {
    watch.advance(nowMs, this::judge, this::take, c -> said.add(c.toString()));
  }

  private void take(Episode episode) {
    episodes.add(episode);
    said.add(episode.toString());
  }

  private void judge(long id, EpisodeKind kind, String of, long atMs, double value, long support) {
    said.add(id + " " + kind + " " + of + " " + atMs + " " + value + " " + support);
  }

  private static List<SpanCell> cells(Random random, int second) {
    List<SpanCell> cells = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      String version = second > 200 && random.nextInt(3) == 0 ? "v2" : "v1";
      boolean fails = version.equals("v2") && second / 300 % 2 == 1;
      long calls = 1L + random.nextInt(9);
      int bin = 100 + random.nextInt(100);
      cells.add(
          new SpanCell(
              "op" + random.nextInt(4),
              2,
              version,
              "z" + random.nextInt(2),
              calls,
              fails ? calls : 0,
              new int[] {bin},
              new long[] {calls}));
    }
    return cells;
  }

  private static List<LogLine> lines(Random random, int second) {
    String message = MESSAGES[random.nextInt(MESSAGES.length)];
    int count = second / 300 % 4 == 3 ? 40 : random.nextInt(2);
    return List.of(new LogLine(0, 9, "done", 5), new LogLine(0, 17, message, count));
  }
}
