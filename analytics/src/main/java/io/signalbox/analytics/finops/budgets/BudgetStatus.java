// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a budget stands in one period.
 *
 * @param budget its name
 * @param parent the budget above it, or null
 * @param startMs of the period, epoch milliseconds
 * @param endMs the first moment after it, epoch milliseconds
 * @param amount that may be spent, in USD
 * @param asKnown what was spent by the prices accepted at the time, in USD
 * @param asCorrected what was spent by the prices as they turned out, in USD; thresholds look at
 *     this
 * @param unallocated what of that no budget below it has; null where there is none below it, or
 *     that is not known
 * @param crossings by per cent of the amount, those that were reached
 * @param burns when it burnt too fast, of those times that began in the period
 * @param burning whether it burns too fast at the time up to which uses are known
 * @param forecast of the end of the period; null where it is over or too little is known
 */
public record BudgetStatus(
    String budget,
    @Nullable String parent,
    long startMs,
    long endMs,
    BigDecimal amount,
    BigDecimal asKnown,
    BigDecimal asCorrected,
    @Nullable BigDecimal unallocated,
    Map<Integer, Crossing> crossings,
    List<BurnEpisode> burns,
    boolean burning,
    @Nullable Forecast forecast) {
  private static final int DECIMALS = 6;

  /** What is left, in USD; below zero when more was spent than may be. */
  public BigDecimal left() {
    return amount.subtract(asCorrected);
  }

  /** The share of the amount that was spent, rounded to six decimals. */
  public BigDecimal share() {
    return asCorrected.divide(amount, DECIMALS, RoundingMode.HALF_EVEN);
  }

  /**
   * How all budgets of a book stand, in the order of budgets and periods.
   *
   * @param nowMs the time up to which uses are known, epoch milliseconds
   */
  public static List<BudgetStatus> of(BudgetBook book, long nowMs) {
    List<BudgetStatus> all = new ArrayList<>();
    Map<String, String> parents = new TreeMap<>();
    for (Budget budget : book.budgets()) {
      budget.children().forEach(child -> parents.put(child.name(), budget.name()));
      Collection<BudgetPeriod> periods = book.periods(budget);
      List<BurnEpisode> burns = BurnWatch.episodes(budget, periods);
      for (BudgetPeriod period : periods) {
        all.add(status(book, period, parents.get(budget.name()), burns, nowMs));
      }
    }
    return all;
  }

  private static BudgetStatus status(
      BudgetBook book,
      BudgetPeriod period,
      @Nullable String parent,
      List<BurnEpisode> burns,
      long nowMs) {
    Budget budget = period.budget();
    PeriodSpend spend = period.spend();
    boolean lasts = nowMs < period.endMs() && nowMs >= period.startMs();
    return new BudgetStatus(
        budget.name(),
        parent,
        period.startMs(),
        period.endMs(),
        budget.amount(),
        spend.total().subtract(period.corrections()),
        spend.total(),
        unallocated(book, period),
        crossings(period),
        burns.stream()
            .filter(burn -> burn.fromMs() >= period.startMs() && burn.fromMs() < period.endMs())
            .toList(),
        lasts && burns.stream().anyMatch(burn -> burn.lasts(nowMs)),
        lasts ? SpendForecast.of(period, book.periods(budget), nowMs) : null);
  }

  private static @Nullable BigDecimal unallocated(BudgetBook book, BudgetPeriod period) {
    if (period.budget().children().isEmpty()) {
      return null;
    }
    BigDecimal left = period.spend().total();
    for (Budget child : period.budget().children()) {
      for (BudgetPeriod one : book.periods(child)) {
        if (one.startMs() == period.startMs()) {
          left = left.subtract(one.spend().total());
        }
      }
    }
    return left;
  }

  private static Map<Integer, Crossing> crossings(BudgetPeriod period) {
    Map<Integer, Crossing> reached = new TreeMap<>();
    List<@Nullable Crossing> all = period.spend().crossings();
    for (int i = 0; i < all.size(); i++) {
      Crossing one = all.get(i);
      if (one != null) {
        reached.put(period.budget().thresholds().get(i), one);
      }
    }
    return reached;
  }
}
