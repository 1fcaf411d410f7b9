// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.util.Collection;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Which prices of a model were found to hold for what, so that they are not looked for again: the
 * same for all usages of a size between two thresholds, at times between which no price changed.
 */
final class RatesInUse {
  private static final int METERS = Meter.values().length;
  private static final int TIERS = ServiceTier.values().length;

  private final long[] thresholds; // descending
  private final long[] steps; // ascending
  private final AtomicReferenceArray<@Nullable AtomicReferenceArray<PriceSeries>> found;

  RatesInUse(Collection<PriceSeries> all, long[] thresholds) {
    this.thresholds = thresholds;
    TreeSet<Long> times = new TreeSet<>();
    all.forEach(series -> series.known().steps(times::add));
    times.remove(Long.MIN_VALUE);
    this.steps = times.stream().mapToLong(Long::longValue).toArray();
    this.found = new AtomicReferenceArray<>(steps.length + 1);
  }

  /** The interval that a time is in. */
  int interval(long atMs) {
    int interval = steps.length;
    while (interval > 0 && atMs < steps[interval - 1]) { // most are of late
      interval--;
    }
    return interval;
  }

  /** The place of what may have a price of its own. */
  int place(Meter meter, ServiceTier tier, long inputTokens) {
    int exceeded = 0;
    while (exceeded < thresholds.length && inputTokens <= thresholds[exceeded]) {
      exceeded++;
    }
    return (exceeded * TIERS + tier.ordinal()) * METERS + meter.ordinal();
  }

  @Nullable PriceSeries get(int interval, int place) {
    AtomicReferenceArray<PriceSeries> all = found.get(interval);
    return all == null ? null : all.get(place);
  }

  void put(int interval, int place, PriceSeries series) {
    AtomicReferenceArray<PriceSeries> all = found.get(interval);
    if (all == null) {
      all = new AtomicReferenceArray<>((thresholds.length + 1) * TIERS * METERS);
      found.set(interval, all);
    }
    all.set(place, series);
  }
}
