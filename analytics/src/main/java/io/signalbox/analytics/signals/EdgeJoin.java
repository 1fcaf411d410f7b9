// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import io.signalbox.analytics.signals.PendingCall.CallKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Joins the caller's half of a call with the halves of those who answered, for the traces of one
 * bucket. Mutable.
 *
 * <p>A call waits from its client's tick for the time to live and is then counted: once per other
 * service that answered, else as unanswered. So all calls that ended in one tick are counted at the
 * same event time, and the cells of all buckets, added up, do not depend on the bucketing. Server
 * halves wait as long after the last of them for their client; when none comes (their parent is no
 * client span, or was not sampled) they make no edge and are counted in {@link #orphans()}. A
 * service calling itself makes no edge either.
 */
public final class EdgeJoin {
  /** Length of a tick in milliseconds. */
  public static final long TICK_MS = 1000;

  private final EdgeJoinSettings settings;
  private final Map<CallKey, PendingCall> pending = new HashMap<>();

  /** Calls by the time they are due, each in the order they came; may list a call that moved on. */
  private final TreeMap<Long, Deque<PendingCall>> due = new TreeMap<>();

  private final EdgeTally ready = new EdgeTally();
  private long lastTickMs;
  private long orphans;
  private long evicted;

  /** An empty join. */
  public EdgeJoin(EdgeJoinSettings settings) {
    this.settings = settings;
  }

  /**
   * Takes in the halves that ended in one tick. Ticks must come in ascending order.
   *
   * @param tickMs first millisecond of the tick
   * @param halves in the order of {@link SpanHalfOrder}; duplicates do not count twice
   */
  public void fold(long tickMs, List<SpanHalf> halves) {
    lastTickMs = tickMs;
    release(tickMs);
    halves.forEach(half -> put(tickMs, half));
    while (pending.size() > settings.maxPending()) {
      evictOldest();
    }
  }

  /**
   * Counts what is due.
   *
   * @param nowMs event time reached: no half of an earlier tick will come
   * @param out takes the cells, sorted by {@link EdgeCellOrder}
   */
  public void advance(long nowMs, Consumer<EdgeCell> out) {
    release(nowMs);
    ready.cells().forEach(out);
    ready.clear();
  }

  /** Event time at which {@link #advance} is next needed; {@link Long#MAX_VALUE} for never. */
  public long nextWakeMs() {
    if (!ready.isEmpty()) {
      return lastTickMs;
    }
    return due.isEmpty() ? Long.MAX_VALUE : due.firstKey();
  }

  /** Server halves so far whose client half never came. */
  public long orphans() {
    return orphans;
  }

  /** Calls so far that had to go before their time because too many waited. */
  public long evicted() {
    return evicted;
  }

  /** First millisecond of the last tick folded. */
  public long lastTickMs() {
    return lastTickMs;
  }

  /** True when nothing waits, so that nothing but the counters would be lost. */
  public boolean isEmpty() {
    return pending.isEmpty() && ready.isEmpty();
  }

  /** Calls that wait, in the order in which they are due. */
  public List<PendingCall> waiting() {
    List<PendingCall> calls = new ArrayList<>(pending.size());
    due.forEach((at, line) -> line.stream().filter(c -> c.dueMs == at).forEach(calls::add));
    return calls;
  }

  /** What has been counted and not yet been handed out, sorted. */
  public List<EdgeCell> counted() {
    return ready.cells();
  }

  /**
   * Puts back what {@link #waiting()}, {@link #counted()} and the counters said of an earlier join.
   */
  public void restore(
      List<PendingCall> waiting, List<EdgeCell> counted, long tickMs, long orphans, long evicted) {
    for (PendingCall call : waiting) {
      pending.put(call.key, call);
      enqueue(call);
    }
    counted.forEach(ready::add);
    this.lastTickMs = tickMs;
    this.orphans = orphans;
    this.evicted = evicted;
  }

  private void put(long tickMs, SpanHalf half) {
    PendingCall call = pending.computeIfAbsent(CallKey.of(half), PendingCall::new);
    long dueMs = tickMs + TICK_MS + settings.ttlMs();
    if (call.client == null && call.dueMs != dueMs) {
      call.dueMs = dueMs;
      enqueue(call);
    }
    if (!half.client()) {
      call.answers.merge(half.service(), half.durationUs(), Math::max);
    } else if (call.client == null) {
      call.client = half;
    }
  }

  private void enqueue(PendingCall call) {
    due.computeIfAbsent(call.dueMs, at -> new ArrayDeque<>()).add(call);
  }

  private void release(long nowMs) {
    while (!due.isEmpty() && due.firstKey() <= nowMs) {
      var line = due.pollFirstEntry();
      for (PendingCall call : line.getValue()) {
        if (call.dueMs == line.getKey()) {
          count(call);
        }
      }
    }
  }

  private void evictOldest() {
    var line = due.firstEntry();
    PendingCall oldest = line.getValue().poll();
    if (oldest == null) {
      due.remove(line.getKey());
    } else if (oldest.dueMs == line.getKey()) {
      count(oldest);
      evicted++;
    }
  }

  private void count(PendingCall call) {
    pending.remove(call.key);
    SpanHalf client = call.client;
    if (client == null) {
      orphans += call.answers.size();
    } else {
      call.countInto(ready, client, call.dueMs - settings.ttlMs() - TICK_MS);
    }
  }
}
