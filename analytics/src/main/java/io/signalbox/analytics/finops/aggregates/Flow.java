// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.aggregates;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.Posting;
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

  /** Of nothing. */
  public Flow() {}

  /** Of what was summed before; see the accessors. */
  public Flow(
      BigDecimal asKnown,
      BigDecimal correction,
      long requests,
      Map<Meter, BigDecimal> quantities,
      Map<Meter, BigDecimal> costs) {
    this.asKnown = asKnown;
    this.correction = correction;
    this.requests = requests;
    this.quantities.putAll(quantities);
    this.costs.putAll(costs);
  }

  /** Of a sum that does not tell what each meter cost. */
  public static Flow of(CostSum sum) {
    return new Flow(sum.asKnown(), sum.correction(), sum.requests(), sum.quantities(), Map.of());
  }

  /** Adds a charge. */
  public void add(Charge charge) {
    add(Posting.of(charge));
  }

  /** Adds what is written into the ledgers, or taken back. */
  public void add(Posting posting) {
    Charge charge = posting.charge();
    correction = correction.add(posting.correction());
    int sign = posting.known();
    if (sign != 0) {
      requests += charge.usage().compute() ? 0 : sign;
      charge.usage().quantities().forEach((meter, n) -> count(quantities, meter, sign, n));
      BigDecimal whole = charge.difference();
      for (Charge.Part part : charge.parts()) {
        BigDecimal cost = part.cost(); // once: it is multiplied out each time
        whole = whole.add(cost);
        count(costs, part.meter(), sign, cost);
      }
      asKnown = sign > 0 ? asKnown.add(whole) : asKnown.subtract(whole);
    }
  }

  private static void count(Map<Meter, BigDecimal> sums, Meter meter, int sign, BigDecimal n) {
    sums.merge(meter, sign > 0 ? n : n.negate(), BigDecimal::add);
  }

  /** The same, which does not change when this one does. */
  public Flow copy() {
    return new Flow(asKnown, correction, requests, quantities, costs);
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

  /** What the prices as they turned out add, in USD. */
  public BigDecimal correction() {
    return correction;
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

  /** How much of each meter that anything was counted of. */
  public Map<Meter, BigDecimal> quantities() {
    return quantities;
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
