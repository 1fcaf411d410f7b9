// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.aggregates.Flow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a call of one model was on average: how much of each meter, and at which price.
 *
 * @param requests how many calls, above zero
 * @param input tokens read a call
 * @param output tokens written a call
 * @param shares of each meter of input or output in that; of any other meter, how much a call
 * @param prices of each meter, in USD
 * @param unmetered what a call cost beyond its meters, in USD
 */
record ModelUse(
    long requests,
    BigDecimal input,
    BigDecimal output,
    Map<Meter, BigDecimal> shares,
    Map<Meter, BigDecimal> prices,
    BigDecimal unmetered) {
  static final MathContext DIGITS = MathContext.DECIMAL128;

  static ModelUse of(Flow flow) {
    BigDecimal calls = BigDecimal.valueOf(flow.requests());
    Map<Meter, BigDecimal> shares = new EnumMap<>(Meter.class);
    Map<Meter, BigDecimal> prices = new EnumMap<>(Meter.class);
    BigDecimal left = flow.asKnown();
    for (Map.Entry<Meter, BigDecimal> one : flow.costs().entrySet()) {
      Meter meter = one.getKey();
      left = left.subtract(one.getValue());
      BigDecimal quantity = flow.quantity(meter);
      if (quantity.signum() == 0 && one.getValue().signum() == 0) {
        continue; // nothing of it is left: no share, and no price to compare
      }
      // a call that has a price of its own counts itself
      BigDecimal counted = quantity.signum() == 0 ? calls : quantity;
      prices.put(meter, one.getValue().divide(counted, DIGITS));
      BigDecimal of =
          meter.input() ? flow.inputTokens() : meter.output() ? flow.outputTokens() : calls;
      shares.put(meter, counted.divide(of, DIGITS));
    }
    return new ModelUse(
        flow.requests(),
        flow.inputTokens().divide(calls, DIGITS),
        flow.outputTokens().divide(calls, DIGITS),
        shares,
        prices,
        left.divide(calls, DIGITS));
  }
}
