// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was spent of a budget in one period. Costs may come in any order and be taken back: what is
 * known depends on their sums by key alone.
 */
public final class PeriodSpend {
  private final TreeMap<SpendKey, BigDecimal> spends = new TreeMap<>();
  private final List<Threshold<SpendKey>> thresholds = new ArrayList<>();
  private BigDecimal total = BigDecimal.ZERO;

  /** Nothing is spent yet of that budget. */
  public PeriodSpend(Budget budget) {
    budget.thresholds().forEach(percent -> thresholds.add(new Threshold<>(budget.at(percent))));
  }

  /**
   * Adds to what a use cost, or takes back of it.
   *
   * @throws IllegalArgumentException if more is taken back than it had cost
   */
  public void add(SpendKey key, BigDecimal delta) {
    if (delta.signum() == 0) {
      return;
    }
    BigDecimal cost = spends.getOrDefault(key, BigDecimal.ZERO).add(delta);
    if (cost.signum() < 0) {
      throw new IllegalArgumentException("less than nothing was spent on " + key + ": " + cost);
    }
    if (cost.signum() == 0) {
      spends.remove(key);
    } else {
      spends.put(key, cost);
    }
    total = total.add(delta);
    thresholds.forEach(one -> one.follow(key, delta, spends, total));
  }

  /** All that was spent, in USD. */
  public BigDecimal total() {
    return total;
  }

  /** Where the thresholds of the budget were reached, in their order; null where they were not. */
  public List<@Nullable Crossing> crossings() {
    List<@Nullable Crossing> all = new ArrayList<>();
    thresholds.forEach(one -> all.add(crossing(one)));
    return all;
  }

  private @Nullable Crossing crossing(Threshold<SpendKey> threshold) {
    SpendKey key = threshold.at();
    return key == null
        ? null
        : new Crossing(key, threshold.before().add(spends.getOrDefault(key, BigDecimal.ZERO)));
  }

  /** What each use cost, in the order of spending. */
  public NavigableMap<SpendKey, BigDecimal> spends() {
    return Collections.unmodifiableNavigableMap(spends);
  }
}
