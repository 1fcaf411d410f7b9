// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.aggregates.Aggregate;

/**
 * What is added to the sum of a period.
 *
 * @param minuteMs first moment of the minute in which it was told, epoch milliseconds
 * @param key of what the sum is
 * @param sum what is added; not to be changed
 */
public record AggregateCost(long minuteMs, Aggregate key, CostSum sum) {
  private static final long TICK = 1000L;
  private static final long MINUTE = 60_000L;

  /** The key as a text, for a shuffle. */
  public String text() {
    return key.text();
  }

  /** Its first moment as a text, for a shuffle. */
  public String month() {
    return Long.toString(key.startMs());
  }

  /** Whether it is of a tenant in a month: what showback is made of. */
  public boolean ofTenantAndMonth() {
    return key.window() == CalendarWindow.MONTH && key.dimension() == Dimension.TENANT;
  }

  /** The last second of the minute, epoch milliseconds. */
  public long tickMs() {
    return minuteMs + MINUTE - TICK;
  }

  /** The last second of the hour of that minute, epoch milliseconds. */
  public long tickOfHourMs() {
    return CalendarWindow.HOUR.end(minuteMs) - TICK;
  }
}
