// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.objectives;

import io.signalbox.analytics.signals.DistinctSketch;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was spent of one objective since it is counted, as running totals at the ends of windows.
 * Mutable. Totals of the last hour are all kept; of older ones, one for each 168th of the window of
 * the objective (four hours of 28 days) and those at which an incident began.
 */
public final class Ledger {
  private static final long FINE_MS = 3_600_000;
  private static final long SLICES = 168;

  private final TreeMap<Long, Spent> totals = new TreeMap<>();

  /** Users behind bad requests since the total before, by the key of a total. */
  private final TreeMap<Long, DistinctSketch> users = new TreeMap<>();

  /** Adds a window that does not begin before the last one ended. */
  public void add(Objective objective, ObjectiveWindow window) {
    if (totals.isEmpty()) {
      totals.put(window.startAt().toEpochMilli(), Spent.NOTHING);
    }
    Map.Entry<Long, Spent> last = totals.lastEntry();
    boolean missed = objective.isMissed(window.requests(), window.bad());
    long endMs = Math.max(window.endAt().toEpochMilli(), last.getKey());
    totals.put(endMs, last.getValue().plus(window, missed));
    if (!window.users().isEmpty()) {
      users.merge(endMs, DistinctSketch.ofText(window.users()), DistinctSketch::plus);
    }
  }

  /** Puts a total in place: restoring. */
  public void put(long endMs, Spent total) {
    totals.put(endMs, total);
  }

  /** The totals it keeps, by the end of their window in epoch milliseconds. */
  public NavigableMap<Long, Spent> totals() {
    return Collections.unmodifiableNavigableMap(totals);
  }

  /** Puts users in place: restoring. */
  public void putUsers(long endMs, DistinctSketch some) {
    users.put(endMs, some);
  }

  /** Users it keeps, by the end of the windows in which their requests were bad. */
  public NavigableMap<Long, DistinctSketch> users() {
    return Collections.unmodifiableNavigableMap(users);
  }

  /** Users behind bad requests in the windows that touch the time between two instants. */
  public DistinctSketch usersBetween(long fromMs, long toMs) {
    long untilMs = endOfWindow(toMs);
    Long from = totals.floorKey(Math.min(fromMs, untilMs));
    NavigableMap<Long, DistinctSketch> some =
        users.subMap(from == null ? Long.MIN_VALUE : from, false, untilMs, true);
    return some.values().stream().reduce(DistinctSketch.EMPTY, DistinctSketch::plus);
  }

  /**
   * Forgets users of windows that ended longer ago than an hour and before any of these times: who
   * was hit is told of incidents alone.
   *
   * @param pins times at which incidents that can still change began, epoch milliseconds
   */
  public void forgetUsers(NavigableSet<Long> pins) {
    if (!totals.isEmpty()) {
      long hourMs = totals.lastKey() - FINE_MS;
      users.headMap(pins.isEmpty() ? hourMs : Math.min(hourMs, pins.first())).clear();
    }
  }

  /** What was spent in the windows that touch the time between two instants. */
  public Spent between(long fromMs, long toMs) {
    long untilMs = endOfWindow(toMs);
    return at(untilMs).minus(at(Math.min(fromMs, untilMs)));
  }

  private static long endOfWindow(long ms) {
    return -Math.floorDiv(-ms, ObjectiveWindow.LENGTH_MS) * ObjectiveWindow.LENGTH_MS;
  }

  /** What was spent in a time before an instant, in windows that had ended by then. */
  public Spent before(long ms, long lengthMs) {
    return at(ms).minus(at(ms - lengthMs));
  }

  /** The total at a time; before the first that is known, that one. */
  private Spent at(long ms) {
    if (totals.isEmpty()) {
      return Spent.NOTHING;
    }
    Map.Entry<Long, Spent> entry = totals.floorEntry(ms);
    return entry == null ? totals.firstEntry().getValue() : entry.getValue();
  }

  /** How much time before an instant is known, milliseconds. */
  public long knownMs(long beforeMs) {
    return totals.isEmpty() ? 0 : Math.max(0, beforeMs - totals.firstKey());
  }

  /**
   * Forgets totals that nobody will ask for.
   *
   * @param windowMs of the objective
   * @param pins times at which incidents that can still change began, epoch milliseconds
   */
  public void thin(long windowMs, NavigableSet<Long> pins) {
    if (totals.isEmpty()) {
      return;
    }
    long newestMs = totals.lastKey();
    Long floor = totals.floorKey(newestMs - windowMs);
    Long first = floor == null ? totals.firstKey() : floor;
    totals.headMap(first).keySet().removeIf(ms -> !isPinned(ms, totals.higherKey(ms), pins));
    long sliceMs = Math.max(ObjectiveWindow.LENGTH_MS, windowMs / SLICES);
    Long last = totals.lowerKey(newestMs - FINE_MS);
    while (last != null && last > first) {
      Long before = totals.lowerKey(last);
      boolean same = before != null && before > first && before / sliceMs == last / sliceMs;
      if (same && !isPinned(before, last, pins)) {
        totals.remove(before);
        moveUsers(before, last);
      } else {
        last = before;
      }
    }
  }

  private void moveUsers(long fromMs, long toMs) {
    DistinctSketch some = users.remove(fromMs);
    if (some != null) {
      users.merge(toMs, some, DistinctSketch::plus);
    }
  }

  /** True when an incident began after one total and before the next. */
  private static boolean isPinned(long ms, @Nullable Long nextMs, NavigableSet<Long> pins) {
    Long pin = pins.ceiling(ms);
    return pin != null && (nextMs == null || pin < nextMs);
  }
}
