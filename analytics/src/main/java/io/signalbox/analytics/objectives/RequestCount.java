// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.objectives;

import io.signalbox.analytics.signals.DistinctSketch;
import io.signalbox.analytics.signals.SpanCell;
import io.signalbox.analytics.signals.SparseBins;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Counts the requests of one service in windows of ten seconds. Mutable; its fields are what a
 * codec stores. Requests are server and consumer spans, or internal and unspecified ones as long as
 * the service never showed any of those. Ticks are folded in order, and {@link #advance} to the
 * start of a tick comes before its fold.
 */
public final class RequestCount {
  private static final int SERVER = 2;
  private static final int CONSUMER = 5;

  /** The service has answered somebody. */
  public boolean serves;

  /** End of the window that is open, epoch milliseconds; {@link Long#MAX_VALUE} when none is. */
  public long windowEndMs = Long.MAX_VALUE;

  /** Requests in it, those that failed, and how long they took. */
  public long requests;

  public long errors;
  public SparseBins durations = new SparseBins();

  /** Users behind those that were bad, by objective. */
  public final TreeMap<String, DistinctSketch> users = new TreeMap<>();

  /**
   * Takes in cells of a tick, in any order and cut in any way, but in one fold.
   *
   * @param bad users behind bad requests among them
   */
  public void fold(long tickMs, List<SpanCell> cells, List<BadUsers> bad) {
    if (!serves && cells.stream().anyMatch(cell -> isAnswer(cell.kind()))) {
      serves = true;
      clear();
    }
    for (SpanCell cell : cells) {
      if (serves ? isAnswer(cell.kind()) : cell.kind() <= 1) {
        long lengthMs = ObjectiveWindow.LENGTH_MS;
        windowEndMs = (Math.floorDiv(tickMs, lengthMs) + 1) * lengthMs;
        requests += cell.calls();
        errors += cell.errors();
        durations.addAll(cell.bins(), cell.counts());
      }
    }
    for (BadUsers one : bad) {
      if (one.answered() == serves) {
        users.merge(one.objective(), one.users(), DistinctSketch::plus);
      }
    }
  }

  /** True for a span in which somebody was answered. */
  public static boolean isAnswer(int kind) {
    return kind == SERVER || kind == CONSUMER;
  }

  /**
   * Closes the window that has passed.
   *
   * @param nowMs everything before this was folded, epoch milliseconds
   * @param named all objectives; those of the service take what was counted
   */
  public void advance(
      long nowMs,
      String environment,
      String service,
      Objectives named,
      Consumer<ObjectiveWindow> out) {
    if (windowEndMs > nowMs) {
      return;
    }
    for (Objective one : named.of(environment, service)) {
      out.accept(
          new ObjectiveWindow(
              environment,
              one.id(),
              Instant.ofEpochMilli(windowEndMs - ObjectiveWindow.LENGTH_MS),
              Instant.ofEpochMilli(windowEndMs),
              requests,
              one.bad(errors, durations.bins(), durations.counts()),
              users.getOrDefault(one.id(), DistinctSketch.EMPTY).toText()));
    }
    clear();
  }

  private void clear() {
    windowEndMs = Long.MAX_VALUE;
    requests = 0;
    errors = 0;
    durations = new SparseBins();
    users.clear();
  }
}
