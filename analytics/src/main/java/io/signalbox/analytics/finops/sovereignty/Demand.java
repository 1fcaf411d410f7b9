// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.Usage;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a workload asked for in a span of whole days, and of whom; exact, so that no order of adding
 * shows. Bins in which nothing was asked are not kept.
 */
public final class Demand {
  private static final long DAY_MS = 86_400_000L;

  private final long fromMs;
  private final int days;
  private final TreeMap<Long, Bin> bins = new TreeMap<>();
  private final TreeMap<String, BigDecimal> providers = new TreeMap<>();
  private final TreeMap<String, BigDecimal> models = new TreeMap<>();
  private final TreeMap<String, BigDecimal> regions = new TreeMap<>();
  private BigDecimal doubted = BigDecimal.ZERO;
  private BigDecimal cost = BigDecimal.ZERO;
  private long requests;

  /** The region of what does not tell one. */
  static final String NOWHERE = "";

  /**
   * Nothing was asked for yet.
   *
   * @param fromMs the first moment, epoch milliseconds
   * @param days how many of 24 hours
   */
  public Demand(long fromMs, int days) {
    this.fromMs = fromMs;
    this.days = days;
  }

  /** Adds a charge of a model within the span, by the prices as they turned out. */
  public void add(Charge charge) {
    Usage usage = charge.usage();
    BigDecimal spent = charge.asCorrected();
    add(
        usage.atMs(),
        new Bin(
            Meter.sum(usage.quantities(), Meter::input),
            Meter.sum(usage.quantities(), Meter::output),
            spent));
    providers.merge(charge.provider(), spent, BigDecimal::add);
    models.merge(usage.model(), spent, BigDecimal::add);
    String region = usage.owner().region();
    regions.merge(region == null ? NOWHERE : region, spent, BigDecimal::add);
    if (charge.doubt().signum() != 0 || charge.correction().signum() != 0) {
      doubted = doubted.add(spent);
    }
  }

  /** Adds a call of which no more is known. */
  public void add(long atMs, Bin one) {
    bins.merge(Math.floorDiv(atMs, Hosting.BIN_MS) * Hosting.BIN_MS, one, Bin::plus);
    cost = cost.add(one.cost());
    requests++;
  }

  /** By their first moments, epoch milliseconds. */
  SortedMap<Long, Bin> bins() {
    return bins;
  }

  /** The first moment, epoch milliseconds. */
  long fromMs() {
    return fromMs;
  }

  /** How many days. */
  int days() {
    return days;
  }

  /** The number of a day, from 0. */
  int day(long atMs) {
    return (int) ((atMs - fromMs) / DAY_MS);
  }

  /** How many bins the span has. */
  long binsInAll() {
    return days * (DAY_MS / Hosting.BIN_MS);
  }

  /** Days on which something was asked. */
  long daysUsed() {
    return bins.keySet().stream().mapToInt(this::day).distinct().count();
  }

  /** Calls. */
  public long requests() {
    return requests;
  }

  /** What was charged, in USD. */
  public BigDecimal cost() {
    return cost;
  }

  /** What was charged at prices that had leapt or turned out to be wrong, in USD. */
  BigDecimal doubted() {
    return doubted;
  }

  /** What each provider charged, in USD. */
  SortedMap<String, BigDecimal> providers() {
    return providers;
  }

  /** What each model cost, in USD. */
  SortedMap<String, BigDecimal> models() {
    return models;
  }

  /** What was charged for what each region served, in USD. */
  SortedMap<String, BigDecimal> regions() {
    return regions;
  }
}
