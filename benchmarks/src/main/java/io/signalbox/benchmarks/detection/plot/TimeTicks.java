// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.plot;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round times on an axis, and how they are written. */
final class TimeTicks {
  private static final long MINUTE = 60_000L;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long[] STEPS = {
    MINUTE,
    5 * MINUTE,
    15 * MINUTE,
    HOUR,
    3 * HOUR,
    6 * HOUR,
    12 * HOUR,
    DAY,
    2 * DAY,
    4 * DAY,
    7 * DAY,
    14 * DAY,
    28 * DAY,
    56 * DAY,
    112 * DAY,
    364 * DAY
  };

  private TimeTicks() {}

  /** Times between two, in UTC, about as many as wanted. */
  static List<Long> between(long fromMs, long toMs, int wanted) {
    long step = step(fromMs, toMs, wanted);
    List<Long> ticks = new ArrayList<>();
    for (long at = -Math.floorDiv(-fromMs, step) * step; at <= toMs; at += step) {
      ticks.add(at);
    }
    return ticks;
  }

  private static long step(long fromMs, long toMs, int wanted) {
    for (long step : STEPS) {
      if ((toMs - fromMs) / step <= wanted) {
        return step;
      }
    }
    return (toMs - fromMs) / wanted;
  }

  /** A time, with its hour only where ticks are closer than a day. */
  static String label(long atMs, long fromMs, long toMs, int wanted) {
    String pattern = step(fromMs, toMs, wanted) < DAY ? "d MMM HH:mm" : "d MMM yyyy";
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withZone(ZoneOffset.UTC)
        .format(Instant.ofEpochMilli(atMs));
  }
}
