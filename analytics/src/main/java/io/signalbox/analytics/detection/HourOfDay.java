// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** Where in the (UTC) day a time lies; computed once for all points of that time. */
final class HourOfDay {
  private static final long HOUR_MS = 3_600_000;
  private static final long HALF_MS = HOUR_MS / 2;

  private long atMs = Long.MIN_VALUE;

  /** The hour the time is in. */
  int hour;

  /** The two hours whose middles are around the time, and how far it is from one to the other. */
  int before;

  int after;

  double share;

  /** Moves to a time, epoch milliseconds. */
  void moveTo(long time) {
    if (time == atMs) {
      return;
    }
    atMs = time;
    hour = slotOf(time);
    before = slotOf(time - HALF_MS);
    after = before + 1 == DayProfile.SLOTS ? 0 : before + 1;
    share = (double) Math.floorMod(time - HALF_MS, HOUR_MS) / HOUR_MS;
  }

  private static int slotOf(long time) {
    return (int) Math.floorMod(Math.floorDiv(time, HOUR_MS), (long) DayProfile.SLOTS);
  }
}
