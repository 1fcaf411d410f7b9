// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Sums of values of one unit. They are exact, so no order matters and what was added can be taken
 * back.
 *
 * @param count how many values
 * @param sum of the values
 * @param squares sum of their squares
 * @param wrong how many are of decisions judged wrong
 * @param loss sum of what those lost, from 0
 * @param outside how many lie outside the range of their unit
 */
public record ValueSum(
    long count, BigDecimal sum, BigDecimal squares, long wrong, BigDecimal loss, long outside) {
  private static final MathContext DIGITS = MathContext.DECIMAL128;

  /** Nothing yet. */
  public static final ValueSum NONE =
      new ValueSum(0, BigDecimal.ZERO, BigDecimal.ZERO, 0, BigDecimal.ZERO, 0);

  /** Keeps sums in the form that does not tell in which order they were made. */
  public ValueSum {
    sum = plain(sum);
    squares = plain(squares);
    loss = plain(loss);
  }

  /** Of equal decimals the one with the fewest digits. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  /**
   * With a value more or less.
   *
   * @param sign 1 to add it, -1 to take it back
   */
  ValueSum with(BigDecimal value, boolean judgedWrong, boolean isOutside, int sign) {
    BigDecimal times = BigDecimal.valueOf(sign);
    BigDecimal lost = judgedWrong ? value.negate().max(BigDecimal.ZERO) : BigDecimal.ZERO;
    return new ValueSum(
        count + sign,
        sum.add(value.multiply(times)),
        squares.add(value.multiply(value).multiply(times)),
        wrong + (judgedWrong ? sign : 0),
        loss.add(lost.multiply(times)),
        outside + (isOutside ? sign : 0));
  }

  /** Mean of the values; there is one. */
  BigDecimal mean() {
    return sum.divide(BigDecimal.valueOf(count), DIGITS);
  }

  /** Mean square distance from the mean, from 0. */
  double variance() {
    BigDecimal mean = mean();
    BigDecimal ofSquares = squares.divide(BigDecimal.valueOf(count), DIGITS);
    return Math.max(0, ofSquares.subtract(mean.multiply(mean)).doubleValue());
  }
}
