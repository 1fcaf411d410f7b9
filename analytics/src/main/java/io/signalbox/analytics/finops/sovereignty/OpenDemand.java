// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.Posting;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sums what is told of workloads in an hour, day by day. Sums are exact, so it does not matter how
 * often they are taken out or by how many.
 */
public final class OpenDemand {
  private static final long HOUR = 3_600_000L;

  private final TreeMap<Long, Map<Key, Demand>> hours = new TreeMap<>();
  private int bins;

  private record Key(Workload workload, long dayMs) {}

  /** Where sums of an hour go. */
  @FunctionalInterface
  public interface Sink {
    /** Takes what was told in an hour, whose first moment is in epoch milliseconds. */
    void take(long hourMs, Workload workload, Demand part);
  }

  /** None yet. */
  public OpenDemand() {}

  /**
   * Adds a posting that is told at a time, epoch milliseconds. Whichever ledger it is about, there
   * is one for the charge that goes and one for that which comes.
   */
  public void add(long toldMs, Posting posting) {
    Charge charge = posting.charge();
    if (!charge.usage().compute()) {
      Workload workload = Workload.of(charge.usage().owner());
      Demand day = of(toldMs, workload, CalendarWindow.DAY.start(charge.usage().atMs()));
      int before = day.bins().size();
      day.add(charge, posting.corrected());
      bins += day.bins().size() - before;
    }
  }

  /** Adds what was taken out of another. */
  public void add(long toldMs, Workload workload, Demand part) {
    Demand day = of(toldMs, workload, part.fromMs());
    int before = day.bins().size();
    day.add(part);
    bins += day.bins().size() - before;
  }

  private Demand of(long toldMs, Workload workload, long dayMs) {
    return hours
        .computeIfAbsent(CalendarWindow.HOUR.start(toldMs), none -> new HashMap<>())
        .computeIfAbsent(new Key(workload, dayMs), none -> new Demand(dayMs, 1));
  }

  /** How many bins of five minutes are open. */
  public int bins() {
    return bins;
  }

  /** Tells copies of what is open, in no order. */
  public void forEach(Sink to) {
    hours.forEach(
        (hour, all) -> all.forEach((key, day) -> to.take(hour, key.workload, day.copy())));
  }

  /** Takes out the hours whose last millisecond a time has reached, epoch milliseconds. */
  public void close(long atMs, Sink to) {
    while (!hours.isEmpty() && hours.firstKey() + HOUR - 1 <= atMs) {
      Map.Entry<Long, Map<Key, Demand>> hour = hours.pollFirstEntry();
      hour.getValue()
          .forEach(
              (key, day) -> {
                bins -= day.bins().size();
                if (!day.isNothing()) {
                  to.take(hour.getKey(), key.workload, day);
                }
              });
    }
  }
}
