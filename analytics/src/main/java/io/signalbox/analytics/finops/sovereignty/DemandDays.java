// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Makes windows of days. */
public final class DemandDays {
  private static final long DAY_MS = 86_400_000L;

  private DemandDays() {}

  /**
   * Windows that end with a day, one after the other, as far back as anything was asked for. The
   * first may have begun before that: whether it is evidence is for who judges it.
   *
   * @param days what was asked for on each day; at least one, all before the end
   * @param endMs the first moment after the last window, epoch milliseconds
   * @param windowDays how long each is
   */
  public static List<Demand> windows(Collection<Demand> days, long endMs, int windowDays) {
    long windowMs = windowDays * DAY_MS;
    long firstMs = days.stream().mapToLong(Demand::fromMs).min().orElseThrow();
    int count = (int) -Math.floorDiv(firstMs - endMs, windowMs);
    long startMs = endMs - count * windowMs;
    List<Demand> windows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      windows.add(new Demand(startMs + i * windowMs, windowDays));
    }
    days.forEach(day -> windows.get((int) ((day.fromMs() - startMs) / windowMs)).add(day));
    return windows;
  }
}
