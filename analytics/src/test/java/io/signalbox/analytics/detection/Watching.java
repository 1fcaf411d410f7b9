// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.EdgeCell;
import io.signalbox.analytics.signals.EdgeCut;
import io.signalbox.analytics.signals.EdgeSums;
import io.signalbox.analytics.signals.EdgeWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A watch of the caller "shop", fed with a window of calls after another. */
final class Watching {
  static final long START_MS = 1_700_000_000_000L;

  final EdgeWatch watch;
  final List<EdgeWindow> windows = new ArrayList<>();
  final List<Episode> episodes = new ArrayList<>();
  long nextMs = START_MS;

  Watching() {
    this(EdgeWatchSettings.DEFAULT);
  }

  Watching(EdgeWatchSettings settings) {
    watch = new EdgeWatch("prod", "shop", settings);
  }

  /** Lets so many windows pass, each with the calls of the cells that are made for its start. */
  @SafeVarargs
  final Watching pass(int count, Consumer<List<EdgeCell>>... makers) {
    for (int i = 0; i < count; i++) {
      List<EdgeCell> cells = new ArrayList<>();
      for (Consumer<List<EdgeCell>> maker : makers) {
        maker.accept(cells);
      }
      List<EdgeCell> timed = cells.stream().map(c -> at(c, nextMs + 3000)).toList();
      watch.fold(nextMs + 3000 + 11_000, timed);
      nextMs += EdgeWatchSettings.WINDOW_MS;
      watch.advance(nextMs, windows::add, episodes::add);
    }
    return this;
  }

  /** Lets event time pass without calls. */
  Watching rest(long ms) {
    nextMs += ms;
    watch.advance(nextMs, windows::add, episodes::add);
    return this;
  }

  /** Closes what is still waiting for answers. */
  Watching settle() {
    return rest(EdgeWatchSettings.DEFAULT.lagMs());
  }

  List<String> told() {
    return episodes.stream()
        .map(e -> e.status() + " " + e.kind() + " " + e.subject() + " " + e.peer())
        .toList();
  }

  /**
   * Answered calls, of which some failed; each lasts 10 ms of which the wire has the given time.
   */
  static Consumer<List<EdgeCell>> calls(String callee, int calls, int errors, long wireUs) {
    return cells -> cells.add(cell(callee, callee + ":80", "GET", calls, errors, 10_000, wireUs));
  }

  /** Calls that no one answers. */
  static Consumer<List<EdgeCell>> unanswered(String peer, int calls, long durationUs) {
    return cells -> cells.add(cell("", peer, "GET", calls, 0, durationUs, -1));
  }

  static EdgeCell cell(
      String callee, String peer, String op, int calls, int errors, long durationUs, long wireUs) {
    EdgeSums sums = new EdgeSums();
    for (int i = 0; i < calls; i++) {
      sums.addCall(i < errors, durationUs, wireUs);
    }
    return sums.cell(new EdgeCut(0, "prod", "shop", callee, peer, op));
  }

  private static EdgeCell at(EdgeCell cell, long tickMs) {
    EdgeSums sums = new EdgeSums();
    sums.add(cell);
    return sums.cell(
        new EdgeCut(
            tickMs,
            cell.environment(),
            cell.caller(),
            cell.callee(),
            cell.peer(),
            cell.operation()));
  }
}
