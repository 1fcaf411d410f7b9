// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.aggregates;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.Owner;
import java.util.Comparator;
import java.util.Locale;
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

  private static final String ANY = "all";
  private static final String SEPARATOR = "\n";
  private static final int PARTS = 4;

  private static final Comparator<Aggregate> ORDER =
      Comparator.comparing(Aggregate::window)
          .thenComparingLong(Aggregate::startMs)
          .thenComparing(Aggregate::dimension, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Aggregate::value);

  /** As a text that {@link #parse} reads. */
  public String text() {
    return String.join(SEPARATOR, window.label(), Long.toString(startMs), label(), value);
  }

  /** The one of a text. */
  public static Aggregate parse(String text) {
    String[] parts = text.split(SEPARATOR, PARTS);
    return new Aggregate(
        CalendarWindow.valueOf(parts[0].toUpperCase(Locale.ROOT)),
        Long.parseLong(parts[1]),
        parts[2].equals(ANY) ? null : Dimension.valueOf(parts[2].toUpperCase(Locale.ROOT)),
        parts[3]);
  }

  /** The name of its dimension in records. */
  public String label() {
    return dimension == null ? ANY : dimension.label();
  }

  @Override
  public int compareTo(Aggregate other) {
    return ORDER.compare(this, other);
  }
}
