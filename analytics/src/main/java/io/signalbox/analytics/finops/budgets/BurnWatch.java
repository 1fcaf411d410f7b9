// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a budget burnt too fast, of all that was spent, in the order of spending. Windows are
 * of whole seconds and end with the second of a use.
 */
public final class BurnWatch {
  private final List<Map.Entry<SpendKey, BigDecimal>> spends;
  private final Budget budget;

  private BurnWatch(Budget budget, List<Map.Entry<SpendKey, BigDecimal>> spends) {
    this.budget = budget;
    this.spends = spends;
  }

  /**
   * The episodes of a budget by all its rules, in the order of rules and time. Windows reach back
   * over the start of a period: fast is fast, whether or not a month has just begun.
   *
   * @param periods of the budget, in order
   */
  public static List<BurnEpisode> episodes(Budget budget, Iterable<BudgetPeriod> periods) {
    List<Map.Entry<SpendKey, BigDecimal>> all = new ArrayList<>();
    periods.forEach(period -> all.addAll(period.spend().spends().entrySet()));
    BurnWatch watch = new BurnWatch(budget, all);
    List<BurnEpisode> found = new ArrayList<>();
    budget.burn().forEach(rule -> watch.find(rule, found));
    return found;
  }

  private void find(BurnRule rule, List<BurnEpisode> found) {
    Trail wide = new Trail(rule.longMs());
    Trail near = new Trail(rule.shortMs());
    BurnEpisode open = null;
    long endMs = Long.MIN_VALUE;
    long lengthMs = 1;
    for (Map.Entry<SpendKey, BigDecimal> spend : spends) {
      long at = spend.getKey().secondMs();
      if (at >= endMs) {
        endMs = budget.window().end(at);
        lengthMs = endMs - budget.window().start(at);
      }
      wide.take(at, spend.getValue());
      near.take(at, spend.getValue());
      boolean burns =
          rule.burns(near.sum, near.lengthMs, budget.amount(), lengthMs)
              && rule.burns(wide.sum, wide.lengthMs, budget.amount(), lengthMs);
      open = follow(rule, burns, at, open, found);
    }
    if (open != null) {
      found.add(open);
    }
  }

  private static @Nullable BurnEpisode follow(
      BurnRule rule, boolean burns, long at, @Nullable BurnEpisode open, List<BurnEpisode> found) {
    BurnEpisode lasting = open != null && at - open.toMs() <= rule.shortMs() ? open : null;
    if (open != null && lasting == null) {
      found.add(open);
    }
    if (burns) {
      return new BurnEpisode(rule, lasting == null ? at : lasting.fromMs(), at);
    }
    return lasting;
  }

  /** The sum of the last so many milliseconds. */
  private final class Trail {
    private final long lengthMs;
    private BigDecimal sum = BigDecimal.ZERO;
    private int oldest;

    Trail(long lengthMs) {
      this.lengthMs = lengthMs;
    }

    void take(long at, BigDecimal cost) {
      sum = sum.add(cost);
      while (spends.get(oldest).getKey().secondMs() <= at - lengthMs) {
        sum = sum.subtract(spends.get(oldest++).getValue());
      }
    }
  }
}
