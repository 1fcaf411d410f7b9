// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.aggregates;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.CostSum;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums what is told in a minute, once for each combination of what is told apart, and then for each
 * period and value that it counts in. Sums are exact, so it does not matter how often they are
 * taken out or by how many.
 */
public final class OpenMinutes {
  private static final long MINUTE = 60_000L;
  private static final List<CalendarWindow> WINDOWS =
      List.of(CalendarWindow.HOUR, CalendarWindow.DAY, CalendarWindow.MONTH);

  private final TreeMap<Long, Map<FlowKey, CostSum>> minutes = new TreeMap<>();
  private int size;

  /** Where sums of a minute go. */
  @FunctionalInterface
  public interface Sink<K> {
    /** Takes a sum of what was told in a minute, whose first moment is in epoch milliseconds. */
    void take(long minuteMs, K key, CostSum sum);
  }

  /** None yet. */
  public OpenMinutes() {}

  /** Adds what was told at a time, epoch milliseconds. */
  public void add(long toldMs, FlowKey key, CostSum sum) {
    long minuteMs = Math.floorDiv(toldMs, MINUTE) * MINUTE;
    minutes
        .computeIfAbsent(minuteMs, none -> new HashMap<>())
        .computeIfAbsent(
            key,
            none -> {
              size++;
              return new CostSum();
            })
        .add(sum);
  }

  /** How many sums are open. */
  public int size() {
    return size;
  }

  /** Tells copies of what is open, in no order. */
  public void forEach(Sink<FlowKey> to) {
    minutes.forEach((minute, sums) -> sums.forEach((key, sum) -> to.take(minute, key, sum.copy())));
  }

  /** Takes out the minutes whose last millisecond a time has reached, epoch milliseconds. */
  public void close(long atMs, Sink<Aggregate> to) {
    while (!minutes.isEmpty() && minutes.firstKey() + MINUTE - 1 <= atMs) {
      Map.Entry<Long, Map<FlowKey, CostSum>> minute = minutes.pollFirstEntry();
      size -= minute.getValue().size();
      Map<Aggregate, CostSum> sums = new HashMap<>();
      minute.getValue().forEach((key, sum) -> spread(key, sum, sums));
      sums.forEach((key, sum) -> to.take(minute.getKey(), key, sum));
    }
  }

  private static void spread(FlowKey key, CostSum sum, Map<Aggregate, CostSum> sums) {
    for (CalendarWindow window : WINDOWS) {
      for (Aggregate one : key.aggregates(window)) {
        sums.computeIfAbsent(one, none -> new CostSum()).add(sum);
      }
    }
  }
}
