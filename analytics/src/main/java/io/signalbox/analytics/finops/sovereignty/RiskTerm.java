// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * One reason why bought service is a risk.
 *
 * @param name which
 * @param value from 0, no risk, to 1
 * @param weight among the others
 */
public record RiskTerm(String name, BigDecimal value, int weight) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 4;

  /** The weighted mean of terms as a score from 0 to 100, rounded to four decimals. */
  static BigDecimal score(List<RiskTerm> terms) {
    BigDecimal sum = BigDecimal.ZERO;
    long weights = 0;
    for (RiskTerm term : terms) {
      sum = sum.add(term.value.multiply(BigDecimal.valueOf(term.weight)));
      weights += term.weight;
    }
    return weights == 0
        ? BigDecimal.ZERO
        : sum.multiply(HUNDRED)
            .divide(BigDecimal.valueOf(weights), DECIMALS, RoundingMode.HALF_EVEN);
  }
}
