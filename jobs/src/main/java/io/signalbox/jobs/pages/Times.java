// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and shares as a person reads them; UTC throughout. */
public final class Times {
  private static final DateTimeFormatter CLOCK = format("HH:mm:ss");
  private static final DateTimeFormatter DAY = format("yyyy-MM-dd");

  private Times() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** The time of a day, to the second. */
  public static String clock(Instant time) {
    return CLOCK.format(time);
  }

  /** The day. */
  public static String day(Instant time) {
    return DAY.format(time);
  }

  /** A length in seconds, minutes or hours, whichever suits it. */
  public static String length(Duration length) {
    long seconds = Math.max(0, length.toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    }
    return seconds < 7200
        ? (seconds + 30) / 60 + " min"
        : String.format(Locale.ROOT, "%.1f h", seconds / 3600.0);
  }

  /** A share, 0 to 1, in whole per cent. */
  public static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
