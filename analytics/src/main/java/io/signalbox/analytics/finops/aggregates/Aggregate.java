// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.aggregates;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.Owner;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a sum is of.
 *
 * @param window the period of the calendar
 * @param startMs its first moment, epoch milliseconds
 * @param dimension by what uses are told apart, or null for all of them
 * @param value the one of that dimension, {@link Owner#UNALLOCATED}, {@link #IDLE} or {@link #ALL}
 */
public record Aggregate(
    CalendarWindow window, long startMs, @Nullable Dimension dimension, String value)
    implements Comparable<Aggregate> {
  /** Machines that were held and that nobody used. */
  public static final String IDLE = "IDLE";

  /** The value of the sum of everything. */
  public static final String ALL = "ALL";

  private static final Comparator<Aggregate> ORDER =
      Comparator.comparing(Aggregate::window)
          .thenComparingLong(Aggregate::startMs)
          .thenComparing(Aggregate::dimension, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Aggregate::value);

  @Override
  public int compareTo(Aggregate other) {
    return ORDER.compare(this, other);
  }
}
