// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.EdgeCell;
import io.signalbox.analytics.signals.EdgeCut;
import io.signalbox.analytics.signals.EdgeSums;
import io.signalbox.analytics.signals.EdgeTally;
import io.signalbox.analytics.signals.EdgeWindow;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Watches all edges that leave one caller. Mutable.
 *
 * <p>Calls are gathered into windows of ten seconds by the tick in which they ended. The window [s,
 * s + 10 s) is closed when event time reaches s + 10 s + {@link EdgeWatchSettings#lagMs()}: calls
 * wait for their answer before they are counted, and what is counted still has to be folded.
 * Closing it says who was called, tells what went over each edge, and judges the edges. A cell that
 * comes when its window is due is counted in {@link #late} and not used.
 */
public final class EdgeWatch {
  /** Event time without calls after which an edge is forgotten, milliseconds. */
  static final long FORGET_MS = 24 * 60 * 60_000L;

  /** Stands for the callees and addresses beyond the bounds. */
  static final String OTHER = "other";

  private final String environment;
  private final String caller;
  private final EdgeWatchSettings settings;

  /** The windows not closed yet; the tick of a cut is the start of its window. */
  public final EdgeTally open = new EdgeTally();

  /** Who answers where. */
  public final KnownPeers peers;

  /** The edges by callee. */
  public final TreeMap<String, WatchedEdge> edges = new TreeMap<>();

  /** Calls so far that were counted too late to be used. */
  public long late;

  /** Calls so far of which no one can say where they went. */
  public long unresolved;

  /** Knows nothing yet. */
  public EdgeWatch(String environment, String caller, EdgeWatchSettings settings) {
    this.environment = environment;
    this.caller = caller;
    this.settings = settings;
    this.peers = new KnownPeers(settings.maxPeers());
  }

  /** Environment of the caller. */
  public String environment() {
    return environment;
  }

  /** The caller whose edges these are. */
  public String caller() {
    return caller;
  }

  /**
   * Takes in cells of this caller. Ticks must come in ascending order; the order of the cells is no
   * matter.
   *
   * @param tickMs event time at which they come, not that of the calls
   * @param cells sorted by {@link io.signalbox.analytics.signals.EdgeCellOrder}
   */
  public void fold(long tickMs, List<EdgeCell> cells) {
    for (EdgeCell cell : cells) {
      long startMs = cell.tickMs() - Math.floorMod(cell.tickMs(), EdgeWatchSettings.WINDOW_MS);
      if (dueMs(startMs) <= tickMs) {
        late += cell.calls();
      } else {
        open.at(cutOf(cell, startMs)).add(cell);
      }
    }
  }

  /**
   * Closes the windows that are due.
   *
   * @param nowMs event time reached
   * @param windows takes what went over each edge, by window and callee
   * @param episodes takes revisions of episodes
   */
  public void advance(long nowMs, Consumer<EdgeWindow> windows, Consumer<Episode> episodes) {
    closeDue(nowMs, (window, sums) -> windows.accept(window), episodes);
  }

  /**
   * The same, told too what each window was made of.
   *
   * @param windows the sums are not to be changed
   */
  public void closeDue(
      long nowMs, BiConsumer<EdgeWindow, EdgeSums> windows, Consumer<Episode> episodes) {
    while (!open.isEmpty() && dueMs(open.firstTickMs()) <= nowMs) {
      long startMs = open.firstTickMs();
      sweep(startMs, episodes);
      close(startMs, open.takeFirstTick(), windows, episodes);
    }
    sweep(nowMs - settings.lagMs(), episodes);
  }

  /** Event time at which {@link #advance} is next needed; {@link Long#MAX_VALUE} for never. */
  public long nextWakeMs() {
    long next = open.isEmpty() ? Long.MAX_VALUE : dueMs(open.firstTickMs());
    for (WatchedEdge edge : edges.values()) {
      next = Math.min(next, edge.nextSweepMs(FORGET_MS) + settings.lagMs());
    }
    return next;
  }

  /** True when everything has been forgotten, so that nothing but the counters would be lost. */
  public boolean isEmpty() {
    return open.isEmpty() && edges.isEmpty();
  }

  private long dueMs(long startMs) {
    return startMs + EdgeWatchSettings.WINDOW_MS + settings.lagMs();
  }

  private EdgeCut cutOf(EdgeCell cell, long startMs) {
    EdgeCut cut =
        new EdgeCut(startMs, environment, caller, cell.callee(), cell.peer(), cell.operation());
    boolean full = open.size() >= settings.maxCuts() && !open.holds(cut);
    return full ? new EdgeCut(startMs, environment, caller, cell.callee(), OTHER, OTHER) : cut;
  }

  private void close(
      long startMs,
      List<EdgeCell> cells,
      BiConsumer<EdgeWindow, EdgeSums> windows,
      Consumer<Episode> out) {
    for (EdgeCell cell : cells) {
      if (!cell.callee().isEmpty()) {
        peers.learn(cell, startMs);
      }
    }
    TreeMap<String, EdgeSums> byCallee = new TreeMap<>();
    for (EdgeCell cell : cells) {
      String callee = peers.calleeOf(cell);
      if (callee.isEmpty()) {
        unresolved += cell.calls();
      } else if (!callee.equals(caller)) {
        byCallee.computeIfAbsent(place(callee), c -> new EdgeSums()).add(cell);
      }
    }
    byCallee.forEach(
        (callee, sums) -> {
          edge(callee).add(startMs, sums, new EdgeName(environment, caller, callee), out);
          windows.accept(window(callee, startMs, sums), sums);
        });
  }

  /** The callee itself while there is room for its edge. */
  private String place(String callee) {
    if (!edges.containsKey(callee) && edges.size() >= settings.maxCallees()) {
      return OTHER;
    }
    edge(callee);
    return callee;
  }

  private WatchedEdge edge(String callee) {
    return edges.computeIfAbsent(callee, c -> new WatchedEdge());
  }

  private EdgeWindow window(String callee, long startMs, EdgeSums sums) {
    return EdgeWindows.of(
        new EdgeName(environment, caller, callee), !edge(callee).answers, startMs, sums);
  }

  private void sweep(long nowMs, Consumer<Episode> out) {
    var each = edges.entrySet().iterator();
    while (each.hasNext()) {
      var entry = each.next();
      entry.getValue().sweep(nowMs, new EdgeName(environment, caller, entry.getKey()), out);
      if (nowMs - entry.getValue().lastCallMs >= FORGET_MS) {
        each.remove();
      }
    }
    peers.forgetBefore(nowMs - FORGET_MS);
  }
}
