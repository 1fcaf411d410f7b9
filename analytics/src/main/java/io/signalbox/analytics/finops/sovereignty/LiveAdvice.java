// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import io.signalbox.analytics.finops.CalendarWindow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Advises on a workload at the end of each day, and anew when what was counted by then changes. It
 * remembers as many windows as it judges, day by day.
 */
public final class LiveAdvice {
  private static final long DAY_MS = 86_400_000L;

  private final Workload workload;
  private final Policy policy;
  private final DayStore store;
  private final long keepMs;
  private final TreeSet<Long> days = new TreeSet<>();
  private long toldMs;
  private long revision;

  /** Where advice goes. */
  @FunctionalInterface
  public interface Sink {
    /** Takes the next revision, from 1. */
    void take(Advice advice, long revision);
  }

  /**
   * Goes on.
   *
   * @param workload which
   * @param policy to advise by
   * @param store of its days
   * @param retentionMs how long after a use its cost can change
   * @param memory what is remembered beside its days
   */
  public LiveAdvice(
      Workload workload, Policy policy, DayStore store, long retentionMs, Memory memory) {
    this.workload = workload;
    this.policy = policy;
    this.store = store;
    long windowMs = policy.windowDays() * DAY_MS;
    this.keepMs = Math.max(policy.windows(), retentionMs / windowMs) * windowMs;
    this.days.addAll(memory.days);
    this.toldMs = memory.toldMs;
    this.revision = memory.revision;
  }

  /**
   * What must be remembered of a workload beside its days.
   *
   * @param toldMs the end of the last day that was over, epoch milliseconds
   * @param revision how often advice was told
   * @param days that are kept, by their first moments, epoch milliseconds
   */
  public record Memory(long toldMs, long revision, SortedSet<Long> days) {
    /** Of a workload that was never seen. */
    public static Memory none() {
      return new Memory(Long.MIN_VALUE, 0, new TreeSet<>());
    }
  }

  /**
   * Takes what is to be added; {@link #advance} to that time came before.
   *
   * @param nowMs event time, epoch milliseconds
   * @param parts of single days
   */
  public void take(long nowMs, Collection<Demand> parts, Sink to) {
    if (toldMs == Long.MIN_VALUE) {
      toldMs = CalendarWindow.DAY.start(nowMs);
    }
    Map<Long, Demand> sums = new TreeMap<>(); // parts of several tasks may come to nothing
    parts.forEach(
        part -> sums.computeIfAbsent(part.fromMs(), from -> new Demand(from, 1)).add(part));
    boolean changed = false;
    for (Demand sum : sums.values()) {
      if (!sum.isNothing() && sum.fromMs() >= toldMs - keepMs) { // the older is in no window
        sum.add(store.of(sum.fromMs()));
        keep(sum);
        changed |= sum.fromMs() < toldMs;
      }
    }
    if (changed) {
      tell(to);
    }
  }

  private void keep(Demand day) {
    store.keep(day);
    if (day.isNothing()) {
      days.remove(day.fromMs());
    } else {
      days.add(day.fromMs());
    }
  }

  /** Advises at the end of each day that is over by a time, epoch milliseconds. */
  public void advance(long nowMs, Sink to) {
    while (nextWakeMs() <= nowMs) {
      toldMs += DAY_MS;
      SortedSet<Long> gone = days.headSet(toldMs - keepMs);
      gone.forEach(day -> store.keep(new Demand(day, 1)));
      gone.clear();
      tell(to);
    }
  }

  private void tell(Sink to) {
    List<Demand> over = new ArrayList<>();
    days.headSet(toldMs).forEach(day -> over.add(store.of(day)));
    if (!over.isEmpty()) {
      revision++;
      List<Demand> windows = DemandDays.windows(over, toldMs, policy.windowDays());
      to.take(new Advisor(policy).advise(workload, windows), revision);
    }
  }

  /** When a day is over next, epoch milliseconds; {@link Long#MAX_VALUE} when none is awaited. */
  public long nextWakeMs() {
    return days.isEmpty() ? Long.MAX_VALUE : toldMs + DAY_MS;
  }

  /** Whether nothing is worth remembering any more. */
  public boolean isOver() {
    return days.isEmpty();
  }

  /** What must be remembered. */
  public Memory memory() {
    return new Memory(toldMs, revision, Collections.unmodifiableSortedSet(days));
  }
}
