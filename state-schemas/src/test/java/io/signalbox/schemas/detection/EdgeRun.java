// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.EdgeWatch;
import io.signalbox.analytics.detection.EdgeWatchSettings;
import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.signals.EdgeCell;
import io.signalbox.analytics.signals.EdgeCellOrder;
import io.signalbox.analytics.signals.EdgeJoin;
import io.signalbox.analytics.signals.EdgeJoinSettings;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.analytics.signals.SpanHalf;
import io.signalbox.analytics.signals.SpanHalfOrder;
import io.signalbox.schemas.signals.EdgeCellCodec;
import io.signalbox.schemas.signals.EdgeJoinCodec;
import io.signalbox.schemas.signals.SpanHalfCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Span halves through joins by trace bucket and watches by caller, as the jobs chain them. */
final class EdgeRun {
  private static final long TICK_MS = EdgeJoin.TICK_MS;

  final List<EdgeWindow> windows = new ArrayList<>();
  final List<Episode> episodes = new ArrayList<>();
  final TreeMap<String, EdgeWatch> watches = new TreeMap<>();
  private int restoreEach = Integer.MAX_VALUE;
  private int ticksPassed;
  private final List<EdgeJoin> joins = new ArrayList<>();
  private final TreeMap<Long, Map<String, List<EdgeCell>>> onTheWay = new TreeMap<>();

  /** An empty run over so many trace buckets. */
  EdgeRun(int buckets) {
    for (int i = 0; i < buckets; i++) {
      joins.add(new EdgeJoin(EdgeJoinSettings.DEFAULT));
    }
  }

  /** Runs all halves through, tick by tick, until nothing waits for an answer. */
  EdgeRun through(List<SpanHalf> halves) {
    TreeMap<Long, List<SpanHalf>> ticks = new TreeMap<>();
    halves.forEach(h -> ticks.computeIfAbsent(tickOf(h.endMs()), t -> new ArrayList<>()).add(h));
    for (long tick = ticks.firstKey(); tick <= ticks.lastKey() + 40 * TICK_MS; tick += TICK_MS) {
      List<SpanHalf> ofTick = ticks.getOrDefault(tick, List.of());
      step(tick, SpanHalfCodec.read(SpanHalfCodec.write(ofTick)));
    }
    return this;
  }

  /** From now on puts everything into bytes and back each time so many ticks have passed. */
  void restoreEach(int ticks) {
    restoreEach = ticks;
  }

  private void restore() {
    joins.replaceAll(
        join -> EdgeJoinCodec.read(EdgeJoinCodec.write(join), EdgeJoinSettings.DEFAULT));
    watches.replaceAll(
        (key, watch) ->
            EdgeWatchCodec.read(EdgeWatchCodec.write(watch), EdgeWatchSettings.DEFAULT));
  }

  long orphans() {
    return joins.stream().mapToLong(EdgeJoin::orphans).sum();
  }

  /** One tick: what ended in it, then what is due at its end. */
  private void step(long tickMs, List<SpanHalf> halves) {
    if (++ticksPassed % restoreEach == 0) {
      restore();
    }
    for (int bucket = 0; bucket < joins.size(); bucket++) {
      int mine = bucket;
      EdgeJoin join = joins.get(bucket);
      join.fold(
          tickMs,
          halves.stream()
              .filter(half -> Math.floorMod(half.traceLo(), joins.size()) == mine)
              .sorted(SpanHalfOrder.BY_TIME_THEN_CONTENT)
              .toList());
      join.advance(tickMs + TICK_MS - 1, cell -> send(tickMs, cell));
    }
    Map<String, List<EdgeCell>> arrived = onTheWay.remove(tickMs);
    if (arrived != null) {
      arrived.forEach((key, cells) -> fold(tickMs, key, cells));
    }
    watches.values().forEach(w -> w.advance(tickMs + TICK_MS - 1, windows::add, episodes::add));
  }

  private void send(long tickMs, EdgeCell cell) {
    onTheWay
        .computeIfAbsent(tickMs, t -> new TreeMap<>())
        .computeIfAbsent(cell.environment() + " " + cell.caller(), k -> new ArrayList<>())
        .add(cell);
  }

  private void fold(long tickMs, String key, List<EdgeCell> cells) {
    EdgeCell first = cells.get(0);
    watches
        .computeIfAbsent(
            key, k -> new EdgeWatch(first.environment(), first.caller(), EdgeWatchSettings.DEFAULT))
        .fold(
            tickMs,
            EdgeCellCodec.read(EdgeCellCodec.write(cells)).stream()
                .sorted(EdgeCellOrder.BY_CUT_THEN_CONTENT)
                .toList());
  }

  private static long tickOf(long ms) {
    return ms - Math.floorMod(ms, TICK_MS);
  }
}
