// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a growing sum of costs, none of them negative, reaches an amount. It keeps the entry and
 * what was spent before it, so that a change costs as many steps as the crossing moves.
 *
 * @param <K> what costs are kept by, in the order of spending
 */
final class Threshold<K extends Comparable<K>> {
  private final BigDecimal amount;
  private @Nullable K at;
  private BigDecimal before = BigDecimal.ZERO;

  Threshold(BigDecimal amount) {
    this.amount = amount;
  }

  /** What is to be reached, in USD. */
  BigDecimal amount() {
    return amount;
  }

  /** The entry with which it was reached; null where it was not. */
  @Nullable K at() {
    return at;
  }

  /** What was spent before that entry, in USD. */
  BigDecimal before() {
    return before;
  }

  /**
   * Follows a change.
   *
   * @param key whose cost changed
   * @param delta by how much
   * @param spends all costs, the change included
   * @param total their sum
   */
  void follow(K key, BigDecimal delta, NavigableMap<K, BigDecimal> spends, BigDecimal total) {
    K old = at;
    if (total.compareTo(amount) < 0) {
      at = null;
      return;
    }
    Map.Entry<K, BigDecimal> entry;
    if (old == null) {
      entry = spends.lastEntry();
      before = total.subtract(entry.getValue());
    } else {
      before = key.compareTo(old) < 0 ? before.add(delta) : before;
      entry = spends.ceilingEntry(old);
      if (entry == null) { // the last was taken back
        entry = spends.lastEntry();
        before = total.subtract(entry.getValue());
      }
    }
    while (before.compareTo(amount) >= 0) {
      entry = spends.lowerEntry(entry.getKey());
      before = before.subtract(entry.getValue());
    }
    while (before.add(entry.getValue()).compareTo(amount) < 0) {
      before = before.add(entry.getValue());
      entry = spends.higherEntry(entry.getKey());
    }
    at = entry.getKey();
  }
}
