// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/**
 * Items that mostly are folded before any checkpoint sees them: they wait in memory, and only those
 * that wait at a barrier are written. What does not fit the budget is written at once.
 */
final class WaitingInMemory<I> implements Waiting<I> {
  private final Waiting.Direct<I> state;
  private final Consumer<String> setCurrentKey;
  private final MemoryBudget budget;
  private final ToLongFunction<I> bytesOf;
  private final Map<String, List<Tick<I>>> ticks = new HashMap<>();

  /** Ticks up to this one may have items in the state that are not in memory: it was restored. */
  private final long restoredMs;

  private static final class Tick<I> {
    final long tickMs;
    final List<I> items = new ArrayList<>();
    long bytes;

    /** So many of the items are in the state as well. */
    int written;

    /** Others are in the state alone. */
    boolean elsewhere;

    Tick(long tickMs, boolean elsewhere) {
      this.tickMs = tickMs;
      this.elsewhere = elsewhere;
    }
  }

  /**
   * Nothing waits in memory yet.
   *
   * @param restoredMs latest tick that was restored, {@link Long#MIN_VALUE} when none was
   */
  WaitingInMemory(
      Waiting.Direct<I> state,
      Consumer<String> setCurrentKey,
      MemoryBudget budget,
      ToLongFunction<I> bytesOf,
      long restoredMs) {
    this.state = state;
    this.setCurrentKey = setCurrentKey;
    this.budget = budget;
    this.bytesOf = bytesOf;
    this.restoredMs = restoredMs;
  }

  @Override
  public void add(String key, long tickMs, I item) throws Exception {
    Tick<I> tick = tick(key, tickMs);
    long bytes = bytesOf.applyAsLong(item);
    if (budget.change(bytes)) {
      tick.items.add(item);
      tick.bytes += bytes;
    } else {
      state.add(key, tickMs, item);
      tick.elsewhere = true;
    }
  }

  private Tick<I> tick(String key, long tickMs) {
    List<Tick<I>> ofKey = ticks.computeIfAbsent(key, missing -> new ArrayList<>(2));
    for (Tick<I> tick : ofKey) {
      if (tick.tickMs == tickMs) {
        return tick;
      }
    }
    Tick<I> tick = new Tick<>(tickMs, tickMs <= restoredMs);
    ofKey.add(tick);
    return tick;
  }

  @Override
  public List<I> take(String key, long tickMs) throws Exception {
    Tick<I> tick = tick(key, tickMs);
    ticks.computeIfPresent(
        key,
        (same, ofKey) -> {
          ofKey.remove(tick);
          return ofKey.isEmpty() ? null : ofKey;
        });
    budget.release(tick.bytes);
    if (tick.written == 0 && !tick.elsewhere) {
      return tick.items;
    }
    List<I> items = state.take(key, tickMs);
    items.addAll(tick.items.subList(tick.written, tick.items.size()));
    return items;
  }

  @Override
  public void flush() throws Exception {
    for (Map.Entry<String, List<Tick<I>>> ofKey : ticks.entrySet()) {
      for (Tick<I> tick : ofKey.getValue()) {
        if (tick.written < tick.items.size()) {
          setCurrentKey.accept(ofKey.getKey());
        }
        for (; tick.written < tick.items.size(); tick.written++) {
          state.add(ofKey.getKey(), tick.tickMs, tick.items.get(tick.written));
        }
      }
    }
  }
}
