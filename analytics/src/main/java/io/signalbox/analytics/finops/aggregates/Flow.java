// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.aggregates;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.Meter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was used and what it cost; exact, so that no order of adding shows. */
public final class Flow {
  private static final int COST_DECIMALS = 12;
  private static final int SHARE_DECIMALS = 6;

  private BigDecimal asKnown = BigDecimal.ZERO;
  private BigDecimal correction = BigDecimal.ZERO;
  private long requests;
  private final Map<Meter, BigDecimal> quantities = new EnumMap<>(Meter.class);
  private final Map<Meter, BigDecimal> costs = new EnumMap<>(Meter.class);

  /** Adds a charge. */
  public void add(Charge charge) {
    asKnown = asKnown.add(charge.asKnown());
    correction = correction.add(charge.correction());
    requests += charge.usage().compute() ? 0 : 1;
    charge.usage().quantities().forEach((meter, n) -> quantities.merge(meter, n, BigDecimal::add));
    for (Charge.Part part : charge.parts()) {
      costs.merge(part.meter(), part.cost(), BigDecimal::add);
    }
  }

  /** Adds all of another. */
  public void add(Flow other) {
    asKnown = asKnown.add(other.asKnown);
    correction = correction.add(other.correction);
    requests += other.requests;
    other.quantities.forEach((meter, n) -> quantities.merge(meter, n, BigDecimal::add));
    other.costs.forEach((meter, cost) -> costs.merge(meter, cost, BigDecimal::add));
  }

  /** By the prices accepted at the time, in USD. */
  public BigDecimal asKnown() {
    return asKnown;
  }

  /** By the prices as they turned out, in USD. */
  public BigDecimal asCorrected() {
    return asKnown.add(correction);
  }

  /** Calls of models. */
  public long requests() {
    return requests;
  }

  /** How much of a meter. */
  public BigDecimal quantity(Meter meter) {
    return quantities.getOrDefault(meter, BigDecimal.ZERO);
  }

  /** What each meter cost by the prices accepted at the time, in USD. */
  public Map<Meter, BigDecimal> costs() {
    return costs;
  }

  /** Tokens read, cached or not. */
  public BigDecimal inputTokens() {
    return Meter.sum(quantities, Meter::input);
  }

  /** Tokens written. */
  public BigDecimal outputTokens() {
    return Meter.sum(quantities, Meter::output);
  }

  /** What a call cost as it turned out, rounded to 12 decimals; null where there was none. */
  public @Nullable BigDecimal costPerRequest() {
    return requests == 0
        ? null
        : asCorrected().divide(BigDecimal.valueOf(requests), COST_DECIMALS, RoundingMode.HALF_EVEN);
  }

  /** The share of input that a cache held, rounded to 6 decimals; null where there was none. */
  public @Nullable BigDecimal cachedShare() {
    BigDecimal input = inputTokens();
    return input.signum() == 0
        ? null
        : quantity(Meter.CACHE_READ).divide(input, SHARE_DECIMALS, RoundingMode.HALF_EVEN);
  }
}
