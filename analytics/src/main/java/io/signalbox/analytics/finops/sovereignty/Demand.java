// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.sovereignty;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.Usage;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
  private final TreeMap<String, Long> regions = new TreeMap<>();
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
    add(charge, 1);
  }

  /** Adds a charge of a model within the span, or takes it back, by a sign of 1 or -1. */
  public void add(Charge charge, int sign) {
    Usage usage = charge.usage();
    BigDecimal spent = signed(charge.asCorrected(), sign);
    Bin bin =
        new Bin(
            usage.requests(),
            Meter.sum(usage.quantities(), Meter::input),
            Meter.sum(usage.quantities(), Meter::output),
            charge.asCorrected());
    add(usage.atMs(), sign > 0 ? bin : bin.negate());
    add(providers, charge.provider(), spent);
    add(models, usage.model(), spent);
    String region = usage.owner().region();
    served(region == null ? NOWHERE : region, sign);
    if (charge.doubted()) {
      doubted = doubted.add(spent);
    }
  }

  private static BigDecimal signed(BigDecimal amount, int sign) {
    return sign > 0 ? amount : amount.negate();
  }

  /** Adds calls of which no more is known. */
  public void add(long atMs, Bin some) {
    bins.merge(Math.floorDiv(atMs, Hosting.BIN_MS) * Hosting.BIN_MS, some, Demand::sum);
    cost = cost.add(some.cost());
    requests += some.requests();
  }

  private static @Nullable Bin sum(Bin one, Bin other) {
    Bin both = one.plus(other);
    return both.isNothing() ? null : both;
  }

  private static void add(Map<String, BigDecimal> sums, String key, BigDecimal amount) {
    if (amount.signum() != 0 && sums.merge(key, amount, BigDecimal::add).signum() == 0) {
      sums.remove(key);
    }
  }

  private void served(String region, long calls) {
    if (regions.merge(region, calls, Long::sum) == 0) {
      regions.remove(region);
    }
  }

  /** The same, which does not change when this one does. */
  public Demand copy() {
    Demand copy = new Demand(fromMs, days);
    copy.add(this);
    return copy;
  }

  /** Adds what was asked for in a part of the span, or is to be added to that. */
  public void add(Demand part) {
    part.bins.forEach(this::add);
    add(part.providers, part.models, part.regions, part.doubted);
  }

  /**
   * Adds what is told of it beside its bins.
   *
   * @param spentBy what each provider charged, in USD
   * @param spentOn what each model cost, in USD
   * @param servedBy calls that each region served
   * @param inDoubt what was charged at prices that had leapt or turned out to be wrong, in USD
   */
  public void add(
      Map<String, BigDecimal> spentBy,
      Map<String, BigDecimal> spentOn,
      Map<String, Long> servedBy,
      BigDecimal inDoubt) {
    spentBy.forEach((provider, spent) -> add(providers, provider, spent));
    spentOn.forEach((model, spent) -> add(models, model, spent));
    servedBy.forEach(this::served);
    doubted = doubted.add(inDoubt);
  }

  /** Whether it is as if nothing was asked for. */
  public boolean isNothing() {
    return bins.isEmpty()
        && providers.isEmpty()
        && models.isEmpty()
        && regions.isEmpty()
        && doubted.signum() == 0;
  }

  /** By their first moments, epoch milliseconds. */
  public SortedMap<Long, Bin> bins() {
    return bins;
  }

  /** The first moment, epoch milliseconds. */
  public long fromMs() {
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
  public BigDecimal doubted() {
    return doubted;
  }

  /** What each provider charged, in USD. */
  public SortedMap<String, BigDecimal> providers() {
    return providers;
  }

  /** What each model cost, in USD. */
  public SortedMap<String, BigDecimal> models() {
    return models;
  }

  /** Calls that each region served. */
  public SortedMap<String, Long> regions() {
    return regions;
  }
}
