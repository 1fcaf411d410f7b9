// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a growing sum of costs, none of them negative, reaches an amount. It keeps the entry and
 * what was spent before it, so that a change costs as many steps as the crossing moves.
 */
final class Threshold {
  private static final BigDecimal ZERO = BigDecimal.ZERO;

  private final BigDecimal amount;
  private @Nullable SpendKey at;
  private BigDecimal before = ZERO;

  Threshold(BigDecimal amount) {
    this.amount = amount;
  }

  @Nullable Crossing crossing(NavigableMap<SpendKey, BigDecimal> spends) {
    SpendKey key = at;
    return key == null ? null : new Crossing(key, before.add(spends.getOrDefault(key, ZERO)));
  }

  /**
   * Follows a change.
   *
   * @param key whose cost changed
   * @param delta by how much
   * @param spends all costs, the change included
   * @param total their sum
   */
  void follow(
      SpendKey key, BigDecimal delta, NavigableMap<SpendKey, BigDecimal> spends, BigDecimal total) {
    SpendKey old = at;
    if (total.compareTo(amount) < 0) {
      at = null;
      return;
    }
    Map.Entry<SpendKey, BigDecimal> entry;
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
