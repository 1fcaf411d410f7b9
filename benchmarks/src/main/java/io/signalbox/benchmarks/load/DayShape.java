// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.load;

/**
 * How busy a day is by the minute: 1 on average, 0.7 at night, 1.3 in the afternoon, and its
 * integral, so that a counter needs no memory of what it counted before.
 */
final class DayShape {
  /** Least value of {@link #at}. */
  static final double LEAST = 0.7;

  private static final int MINUTES = 1440;
  private static final double MINUTE_S = 60;
  private static final long DAY_S = 86_400;
  private static final double[] SHAPE = new double[MINUTES + 1];
  private static final double[] BUSY_SECONDS = new double[MINUTES + 1];

  static {
    for (int minute = 0; minute <= MINUTES; minute++) {
      SHAPE[minute] = 1 - (1 - LEAST) * StrictMath.cos(2 * StrictMath.PI * minute / MINUTES);
    }
    for (int minute = 0; minute < MINUTES; minute++) {
      BUSY_SECONDS[minute + 1] =
          BUSY_SECONDS[minute] + MINUTE_S * (SHAPE[minute] + SHAPE[minute + 1]) / 2;
    }
  }

  private DayShape() {}

  /** The shape at so many seconds since midnight of some day, at least 0. */
  static double at(double seconds) {
    double minute = seconds % DAY_S / MINUTE_S;
    int before = (int) minute;
    return SHAPE[before] + (minute - before) * (SHAPE[before + 1] - SHAPE[before]);
  }

  /** The integral of the shape from 0 to so many seconds, at least 0. */
  static double busySeconds(double seconds) {
    double days = StrictMath.floor(seconds / DAY_S);
    double minute = seconds % DAY_S / MINUTE_S;
    int before = (int) minute;
    double part = BUSY_SECONDS[before + 1] - BUSY_SECONDS[before];
    return days * BUSY_SECONDS[MINUTES] + BUSY_SECONDS[before] + (minute - before) * part;
  }
}
