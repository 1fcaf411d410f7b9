// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import io.signalbox.analytics.finops.CalendarWindow;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * Money that goes too fast: in a long window, so that it matters, and in a short one, so that it
 * still does. The default rates and windows are those of the SRE workbook of Google, chapter 5.
 *
 * @param rate how many times as fast as would use up the budget exactly at the end of its period
 * @param longMs the long window, milliseconds
 * @param shortMs the short window, milliseconds, less than the long one
 */
public record BurnRule(BigDecimal rate, long longMs, long shortMs) implements Serializable {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  private static final List<BurnRule> USUAL =
      List.of(
          new BurnRule(new BigDecimal("14.4"), HOUR, 5 * MINUTE),
          new BurnRule(new BigDecimal("6"), 6 * HOUR, 30 * MINUTE),
          new BurnRule(new BigDecimal("1"), 72 * HOUR, 6 * HOUR));

  /** The usual rules of a period that can fire before the budget is used up. */
  public static List<BurnRule> usual(CalendarWindow window) {
    return USUAL.stream().filter(rule -> rule.fitsBefore(window)).toList();
  }

  /** Whether it can fire before the whole budget of a period is used up. */
  public boolean fitsBefore(CalendarWindow window) {
    long shortest = window.end(0) - window.start(0);
    return rate.multiply(BigDecimal.valueOf(longMs)).compareTo(BigDecimal.valueOf(shortest)) < 0;
  }

  /**
   * Whether so much spent in a window burns as fast.
   *
   * @param spent in the window
   * @param windowMs how long that is
   * @param amount of the budget
   * @param periodMs how long its period is
   */
  boolean burns(BigDecimal spent, long windowMs, BigDecimal amount, long periodMs) {
    return spent
            .multiply(BigDecimal.valueOf(periodMs))
            .compareTo(rate.multiply(amount).multiply(BigDecimal.valueOf(windowMs)))
        >= 0;
  }
}
