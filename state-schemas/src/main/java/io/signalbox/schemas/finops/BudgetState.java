// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.budgets.BudgetStatus;
import io.signalbox.analytics.finops.budgets.Forecast;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a budget stands in one period, for whoever must decide whether more may be spent.
 *
 * @param budget its name
 * @param startAt first moment of the period
 * @param endAt first moment after it
 * @param amount that may be spent, in USD, an exact decimal as all money here
 * @param spent by the prices as they turned out, in USD; thresholds look at this
 * @param asKnown by the prices accepted at the time, in USD
 * @param left of the amount, in USD, below zero when more was spent
 * @param unallocated what was spent that no budget below it counts, in USD; null where there is
 *     none below it, or that is not known
 * @param share of the amount that was spent, rounded to six decimals
 * @param reached thresholds that were reached, in per cent
 * @param burning whether it burns too fast
 * @param forecast what will have been spent at the end, in USD; null when the period is over or too
 *     little is known
 * @param forecastLower lower end of the interval that holds it nine times out of ten, in USD
 * @param forecastUpper upper end of that interval, in USD
 * @param updatedAt event time up to which uses are counted
 */
public record BudgetState(
    String budget,
    Instant startAt,
    Instant endAt,
    String amount,
    String spent,
    String asKnown,
    String left,
    @Nullable String unallocated,
    String share,
    List<Long> reached,
    boolean burning,
    @Nullable String forecast,
    @Nullable String forecastLower,
    @Nullable String forecastUpper,
    Instant updatedAt) {
  /** How it stands at a time, epoch milliseconds. */
  public static BudgetState of(BudgetStatus status, long atMs) {
    Forecast forecast = status.forecast();
    return new BudgetState(
        status.budget(),
        Instant.ofEpochMilli(status.startMs()),
        Instant.ofEpochMilli(status.endMs()),
        TotalsJson.money(status.amount()),
        TotalsJson.money(status.asCorrected()),
        TotalsJson.money(status.asKnown()),
        TotalsJson.money(status.left()),
        money(status.unallocated()),
        TotalsJson.money(status.share()),
        status.crossings().keySet().stream().map(Integer::longValue).toList(),
        status.burning(),
        money(forecast == null ? null : forecast.expected()),
        money(forecast == null ? null : forecast.lower()),
        money(forecast == null ? null : forecast.upper()),
        Instant.ofEpochMilli(atMs));
  }

  private static @Nullable String money(@Nullable BigDecimal amount) {
    return amount == null ? null : TotalsJson.money(amount);
  }
}
