// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Periods of the calendar in UTC; weeks begin on Monday. */
public enum CalendarWindow {
  /** From one full hour to the next. */
  HOUR,
  /** From midnight to midnight. */
  DAY,
  /** From Monday to Sunday. */
  WEEK,
  /** From the first of a month to its last day. */
  MONTH;

  private static final long MS_AN_HOUR = 3_600_000L;

  /** Its name in records. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The first moment of the period that a time falls into, both in epoch milliseconds. */
  public long start(long atMs) {
    return this == HOUR ? Math.floorDiv(atMs, MS_AN_HOUR) * MS_AN_HOUR : midnight(firstDay(atMs));
  }

  /** The first moment after the period that a time falls into, both in epoch milliseconds. */
  public long end(long atMs) {
    return switch (this) {
      case HOUR -> start(atMs) + MS_AN_HOUR;
      case DAY -> midnight(firstDay(atMs).plusDays(1));
      case WEEK -> midnight(firstDay(atMs).plusWeeks(1));
      case MONTH -> midnight(firstDay(atMs).plusMonths(1));
    };
  }

  private LocalDate firstDay(long atMs) {
    LocalDate day = Instant.ofEpochMilli(atMs).atZone(ZoneOffset.UTC).toLocalDate();
    return switch (this) {
      case HOUR, DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  private static long midnight(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
