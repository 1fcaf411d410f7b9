// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and shares as a person reads them; UTC throughout. */
final class Times {
  private static final DateTimeFormatter CLOCK = format("HH:mm:ss");
  private static final DateTimeFormatter DAY = format("yyyy-MM-dd");

  private Times() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  static String clock(Instant time) {
    return CLOCK.format(time);
  }

  static String day(Instant time) {
    return DAY.format(time);
  }

  static String length(Duration length) {
    long seconds = Math.max(0, length.toSeconds());
    if (seconds < 120) {
      return seconds + " s";
    }
    return seconds < 7200
        ? (seconds + 30) / 60 + " min"
        : String.format(Locale.ROOT, "%.1f h", seconds / 3600.0);
  }

  static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
