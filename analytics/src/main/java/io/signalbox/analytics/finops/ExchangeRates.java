// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What other currencies, those of providers' own among them, were worth in USD, and when. */
public final class ExchangeRates implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The currency of all ledgers. */
  public static final String USD = "USD";

  private final Map<String, Timeline.Steps> told = new HashMap<>();
  private final Map<String, Timeline> rates = new HashMap<>();

  /** None but USD. */
  public ExchangeRates() {}

  /**
   * Adds a rate; those of one currency come in the order of time.
   *
   * @param currency its code, or the name of a credit
   * @param fromMs from when it holds, in epoch milliseconds
   * @param usd what one unit is worth
   */
  public void add(String currency, long fromMs, BigDecimal usd) {
    Timeline.Steps steps = told.computeIfAbsent(currency, key -> new Timeline.Steps());
    rates.put(currency, steps.from(fromMs, usd).timeline());
  }

  /**
   * What one unit was worth in USD.
   *
   * @throws Refusal if that is not known
   */
  BigDecimal usd(String currency, long atMs) throws Refusal {
    if (currency.equals(USD)) {
      return BigDecimal.ONE;
    }
    Timeline timeline = rates.get(currency);
    BigDecimal rate = timeline == null ? null : timeline.at(atMs);
    if (rate == null) {
      boolean real = timeline != null || Currencies.isCode(currency);
      throw new Refusal((real ? "no rate of exchange for " : "unknown currency ") + currency);
    }
    return rate;
  }
}
