// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import io.signalbox.analytics.finops.Usage;
import java.util.Comparator;

/**
 * Which use cost something: the order of keys is the order in which budgets are spent.
 *
 * @param atMs when it was, epoch milliseconds
 * @param id of the response, or all that the usage says where it has none; tells apart what was at
 *     the same time
 */
public record SpendKey(long atMs, String id) implements Comparable<SpendKey> {
  private static final long SECOND = 1000;
  private static final Comparator<SpendKey> ORDER =
      Comparator.comparingLong(SpendKey::atMs).thenComparing(SpendKey::id);

  /** The key of a usage. */
  public static SpendKey of(Usage usage) {
    return new SpendKey(usage.atMs(), usage.id() == null ? usage.content() : usage.id());
  }

  /** First millisecond of the second in which it was. */
  public long secondMs() {
    return Math.floorDiv(atMs, SECOND) * SECOND;
  }

  @Override
  public int compareTo(SpendKey other) {
    return ORDER.compare(this, other);
  }
}
