// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.aggregates;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.MeterSums;
import io.signalbox.analytics.finops.OutcomeCounts;
import io.signalbox.analytics.finops.Posting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What was used and what it cost; exact, so that no order of adding shows. */
public final class Flow {
  private static final int COST_DECIMALS = 12;
  private static final int SHARE_DECIMALS = 6;

  private BigDecimal asKnown = BigDecimal.ZERO;
  private BigDecimal correction = BigDecimal.ZERO;
  private BigDecimal inDoubt = BigDecimal.ZERO;
  private long requests;
  private boolean used;
  private SortedMap<String, Long> outcomes = OutcomeCounts.NONE;
  private final MeterSums quantities = new MeterSums();
  private final MeterSums costs = new MeterSums();

  /** Of nothing. */
  public Flow() {}

  /** Of what was summed before, of which nothing is in doubt; see the accessors. */
  public Flow(
      BigDecimal asKnown,
      BigDecimal correction,
      long requests,
      Map<Meter, BigDecimal> quantities,
      Map<Meter, BigDecimal> costs) {
    this.asKnown = asKnown;
    this.correction = correction;
    this.requests = requests;
    this.quantities.add(quantities, 1);
    this.costs.add(costs, 1);
  }

  /** Of a sum that does not tell what each meter cost. */
  public static Flow of(CostSum sum) {
    Flow flow =
        new Flow(sum.asKnown(), sum.correction(), sum.requests(), sum.quantities(), Map.of());
    flow.inDoubt = sum.inDoubt();
    flow.used = sum.charges() != 0;
    flow.outcomes = sum.outcomes();
    return flow;
  }

  /** Adds a charge. */
  public void add(Charge charge) {
    add(Posting.of(charge));
  }

  /** Adds what is written into the ledgers, or taken back. */
  public void add(Posting posting) {
    Charge charge = posting.charge();
    correction = correction.add(posting.correction());
    inDoubt = inDoubt.add(posting.inDoubt());
    used = true;
    int sign = posting.known();
    if (sign != 0) {
      requests += sign * charge.usage().requests();
      quantities.add(charge.usage().quantities(), sign);
      for (Charge.Part part : charge.parts()) {
        costs.add(part.meter(), sign > 0 ? part.cost() : part.cost().negate());
      }
      asKnown = asKnown.add(posting.asKnown());
    }
  }

  /** The same, which does not change when this one does. */
  public Flow copy() {
    Flow copy = new Flow(asKnown, correction, requests, quantities.all(), costs.all());
    copy.inDoubt = inDoubt;
    copy.used = used;
    copy.outcomes = outcomes;
    return copy;
  }

  /** Adds all of another. */
  public void add(Flow other) {
    asKnown = asKnown.add(other.asKnown);
    correction = correction.add(other.correction);
    inDoubt = inDoubt.add(other.inDoubt);
    used |= other.used;
    outcomes = OutcomeCounts.sum(outcomes, other.outcomes);
    requests += other.requests;
    quantities.add(other.quantities);
    costs.add(other.costs);
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

  /** How much more it would be had the prices been right that waited at the time, in USD. */
  public BigDecimal inDoubt() {
    return inDoubt;
  }

  /** Adds an outcome that came so often. */
  public void add(String outcome, long count) {
    outcomes = OutcomeCounts.sum(outcomes, OutcomeCounts.of(outcome, count));
  }

  /** Whether anything was charged, not just reached. */
  public boolean used() {
    return used;
  }

  /** How often which outcomes came, by name. */
  public SortedMap<String, Long> outcomes() {
    return outcomes;
  }

  /** What each of so many cost as it turned out, rounded to 12 decimals. */
  public BigDecimal costEach(long count) {
    return asCorrected().divide(BigDecimal.valueOf(count), COST_DECIMALS, RoundingMode.HALF_EVEN);
  }

  /** Calls of models. */
  public long requests() {
    return requests;
  }

  /** How much of a meter. */
  public BigDecimal quantity(Meter meter) {
    return quantities.of(meter);
  }

  /** How much of each meter that anything was counted of, in their order. */
  public Map<Meter, BigDecimal> quantities() {
    return quantities.all();
  }

  /** What each meter cost by the prices accepted at the time, in USD. */
  public Map<Meter, BigDecimal> costs() {
    return costs.all();
  }

  /** Tokens read, cached or not. */
  public BigDecimal inputTokens() {
    return Meter.sum(quantities.all(), Meter::input);
  }

  /** Tokens written. */
  public BigDecimal outputTokens() {
    return Meter.sum(quantities.all(), Meter::output);
  }

  /** What a call cost as it turned out, rounded to 12 decimals; null where there was none. */
  public @Nullable BigDecimal costPerRequest() {
    return requests == 0 ? null : costEach(requests);
  }

  /** The share of input that a cache held, rounded to 6 decimals; null where there was none. */
  public @Nullable BigDecimal cachedShare() {
    BigDecimal input = inputTokens();
    return input.signum() == 0
        ? null
        : quantity(Meter.CACHE_READ).divide(input, SHARE_DECIMALS, RoundingMode.HALF_EVEN);
  }
}
