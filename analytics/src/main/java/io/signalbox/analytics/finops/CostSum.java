// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;

/** What several charges cost and used together; exact, so that no order of adding shows. */
public final class CostSum {
  private final MeterSums quantities = new MeterSums();
  private BigDecimal asKnown = BigDecimal.ZERO;
  private BigDecimal correction = BigDecimal.ZERO;
  private BigDecimal inDoubt = BigDecimal.ZERO;
  private long charges;
  private long requests;
  private SortedMap<String, Long> outcomes = OutcomeCounts.NONE;

  /** Of nothing. */
  public CostSum() {}

  /** Of what was summed before, of which nothing is in doubt. */
  public CostSum(
      BigDecimal asKnown,
      BigDecimal correction,
      long charges,
      long requests,
      Map<Meter, BigDecimal> quantities) {
    this(asKnown, correction, BigDecimal.ZERO, charges, requests, quantities);
  }

  /** Of what was summed before; see the accessors. */
  public CostSum(
      BigDecimal asKnown,
      BigDecimal correction,
      BigDecimal inDoubt,
      long charges,
      long requests,
      Map<Meter, BigDecimal> quantities) {
    this.asKnown = asKnown;
    this.correction = correction;
    this.inDoubt = inDoubt;
    this.charges = charges;
    this.requests = requests;
    this.quantities.add(quantities, 1);
  }

  /** Of outcomes alone, which cost nothing by themselves. */
  public static CostSum ofOutcomes(SortedMap<String, Long> outcomes) {
    return new CostSum().with(outcomes);
  }

  /** With outcomes in place of those it had. */
  public CostSum with(SortedMap<String, Long> counts) {
    outcomes = counts;
    return this;
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

  /** How many charges; where there are none, nothing is left of what was taken back. */
  public long charges() {
    return charges;
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

  /** How often which outcomes came, by name. */
  public SortedMap<String, Long> outcomes() {
    return outcomes;
  }

  /** Whether anything is left of what was added, be it charges or outcomes. */
  public boolean isThere() {
    return charges != 0 || !outcomes.isEmpty();
  }

  /** Adds what is written into the ledgers, or taken back. */
  public void add(Posting posting) {
    asKnown = asKnown.add(posting.asKnown());
    correction = correction.add(posting.correction());
    doubt(posting.inDoubt());
    int sign = posting.known();
    if (sign != 0) {
      Usage usage = posting.charge().usage();
      charges += sign;
      requests += sign * usage.requests();
      quantities.add(usage.quantities(), sign);
    }
  }

  /** Mostly there is none, and nothing is made for it. */
  private void doubt(BigDecimal amount) {
    if (amount.signum() != 0) {
      inDoubt = inDoubt.add(amount);
    }
  }

  /** The same, which does not change when this one does. */
  public CostSum copy() {
    return new CostSum(asKnown, correction, inDoubt, charges, requests, quantities.all())
        .with(outcomes);
  }

  /** Adds another. */
  public void add(CostSum other) {
    asKnown = asKnown.add(other.asKnown);
    correction = correction.add(other.correction);
    doubt(other.inDoubt);
    charges += other.charges;
    requests += other.requests;
    quantities.add(other.quantities);
    outcomes = OutcomeCounts.sum(outcomes, other.outcomes);
  }
}
