// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import java.math.BigDecimal;

/**
 * The use with which a threshold was reached.
 *
 * @param key of that use
 * @param spent in the period up to it and with it, in USD
 */
public record Crossing(SpendKey key, BigDecimal spent) {
  /** Zeros at the end of a sum tell how it was summed, and make no other crossing. */
  public Crossing {
    spent = spent.stripTrailingZeros();
  }
}
