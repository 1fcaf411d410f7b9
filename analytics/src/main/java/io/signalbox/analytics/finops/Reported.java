// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;

/**
 * What a provider says that a usage cost.
 *
 * @param usd in USD
 * @param amount as it was told
 * @param currency of the amount: its code, or the name of a credit
 */
public record Reported(BigDecimal usd, BigDecimal amount, String currency) {
  /** What was told in USD. */
  public static Reported usd(BigDecimal amount) {
    return new Reported(amount, amount, ExchangeRates.USD);
  }

  /** Whether it was told in another currency than that of the ledgers. */
  public boolean foreign() {
    return !currency.equals(ExchangeRates.USD);
  }

  /** What it says, as part of the content of a usage. */
  @Override
  public String toString() {
    return foreign() ? usd + " for " + amount + " " + currency : usd.toString();
  }
}
