// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page tells of costs. Money is in USD.
 *
 * @param sums of hours and days, in order; empty where nothing was charged
 * @param outcomes of months, what each cost, in order
 * @param budgets how they stand in their last period, in order
 * @param unusual hours whose cost was not as usual, in order
 */
public record CostData(
    List<Sum> sums, List<OutcomeLine> outcomes, List<BudgetLine> budgets, List<Unusual> unusual) {
  /**
   * What was spent in a period under one value of a dimension.
   *
   * @param window hour or day
   * @param startAt its first moment
   * @param dimension by what uses are told apart; all for all
   * @param value the one of that dimension
   * @param cost as prices turned out
   * @param requests calls of models
   */
  public record Sum(
      String window,
      Instant startAt,
      String dimension,
      String value,
      BigDecimal cost,
      long requests) {}

  /**
   * What an outcome cost in a month under one value of a dimension.
   *
   * @param startAt the first moment of the month
   * @param dimension by what uses are told apart; all for all
   * @param value the one of that dimension
   * @param outcome its name
   * @param count how often it came
   * @param costEach all that was spent there, by outcome
   */
  public record OutcomeLine(
      Instant startAt,
      String dimension,
      String value,
      String outcome,
      long count,
      BigDecimal costEach) {}

  /**
   * How a budget stands.
   *
   * @param budget its name
   * @param startAt the first moment of the period
   * @param endAt the first moment after it
   * @param amount that may be spent
   * @param spent as prices turned out
   * @param forecast what will have been spent at the end; null where too little is known
   * @param lower lower end of its interval
   * @param upper upper end of its interval
   */
  public record BudgetLine(
      String budget,
      Instant startAt,
      Instant endAt,
      BigDecimal amount,
      BigDecimal spent,
      @Nullable BigDecimal forecast,
      @Nullable BigDecimal lower,
      @Nullable BigDecimal upper) {}

  /**
   * Hours whose cost was not as usual.
   *
   * @param fromAt the first moment
   * @param toAt the first moment after them
   * @param dimension by what uses are told apart; all for all
   * @param value the one of that dimension
   * @param metric cost or cost_per_request
   * @param direction up or down
   * @param driver what changed most
   * @param cost of these hours
   * @param expected what so many hours usually cost
   */
  public record Unusual(
      Instant fromAt,
      Instant toAt,
      String dimension,
      String value,
      String metric,
      String direction,
      String driver,
      BigDecimal cost,
      BigDecimal expected) {}
}
