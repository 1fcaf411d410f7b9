// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.aggregates.Aggregate;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whose cost is watched.
 *
 * @param dimension by what uses are told apart, or null for all of them
 * @param value the one of that dimension
 */
public record CostSubject(@Nullable Dimension dimension, String value)
    implements Comparable<CostSubject> {
  /** All uses together. */
  public static final CostSubject ALL = new CostSubject(null, Aggregate.ALL);

  private static final Comparator<CostSubject> ORDER =
      Comparator.comparing(CostSubject::dimension, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(CostSubject::value);

  /** As a text, such as {@code tenant=acme}, or {@code ALL}. */
  public String text() {
    return dimension == null ? value : dimension.label() + '=' + value;
  }

  /**
   * The subject of a text.
   *
   * @throws IllegalArgumentException if it names no dimension
   */
  public static CostSubject parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      return ALL;
    }
    String dimension = text.substring(0, equals).toUpperCase(Locale.ROOT);
    return new CostSubject(Dimension.valueOf(dimension), text.substring(equals + 1));
  }

  @Override
  public int compareTo(CostSubject other) {
    return ORDER.compare(this, other);
  }
}
