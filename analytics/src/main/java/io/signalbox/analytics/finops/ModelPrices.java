// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The prices of one model, and which of them holds for what. */
public final class ModelPrices {
  private final String model;
  private final @Nullable String provider;
  private final Map<String, PriceSeries> fields;
  private final List<PriceRange> ranges;
  private final long[] thresholds; // descending
  private final long[] sizes; // ascending
  private final RatesInUse inUse;
  private final Set<Meter> priced = EnumSet.noneOf(Meter.class);

  ModelPrices(
      String model,
      @Nullable String provider,
      Map<String, PriceSeries> fields,
      List<PriceRange> ranges) {
    this.model = model;
    this.provider = provider;
    this.fields = fields;
    this.ranges = ranges;
    TreeSet<Long> found = new TreeSet<>(Comparator.reverseOrder());
    fields.keySet().forEach(field -> found.add(PriceField.threshold(field)));
    found.remove(0L);
    this.thresholds = found.stream().mapToLong(Long::longValue).toArray();
    for (Meter meter : Meter.values()) {
      if (fields.containsKey(meter.fields().get(0))) {
        priced.add(meter);
      }
    }
    this.sizes = sizes(thresholds, ranges);
    this.inUse = new RatesInUse(fields.values(), thresholds);
  }

  /** The smallest input of each size of calls that may have prices of its own. */
  private static long[] sizes(long[] thresholds, List<PriceRange> ranges) {
    LongStream above =
        LongStream.concat(Arrays.stream(thresholds), ranges.stream().mapToLong(PriceRange::above));
    return LongStream.concat(LongStream.of(0), above.map(size -> size + 1))
        .sorted()
        .distinct()
        .toArray();
  }

  /** An input of each size of calls, up to that of the largest, that may have other prices. */
  long[] sizesUpTo(long largest) {
    return Arrays.stream(sizes).takeWhile(size -> size <= largest).toArray();
  }

  /** Who sells it, as the catalogue says, or null. */
  public @Nullable String provider() {
    return provider;
  }

  /** Whether a call of it has a price of its own. */
  boolean has(Meter meter) {
    return priced.contains(meter);
  }

  /** The leaps of one price, in the order of time. */
  List<Quarantine> quarantines(String field) {
    PriceSeries series = fields.get(field);
    return series == null ? List.of() : series.quarantines();
  }

  /** All its prices that changed or leapt. */
  Iterable<PriceSeries> series() {
    return fields.values();
  }

  /**
   * The price that holds.
   *
   * @param meter what is counted
   * @param tier how it was served
   * @param inputTokens how much was read
   * @param atMs when, in epoch milliseconds
   * @throws Refusal if none does; nothing is free for want of a price
   */
  public PriceSeries rate(Meter meter, ServiceTier tier, long inputTokens, long atMs)
      throws Refusal {
    if (!ranges.isEmpty()) {
      return look(meter, tier, inputTokens, atMs);
    }
    int place = inUse.place(meter, tier, inputTokens);
    int interval = inUse.interval(atMs);
    PriceSeries known = inUse.get(interval, place);
    if (known == null) {
      known = look(meter, tier, inputTokens, atMs);
      inUse.put(interval, place, known);
    }
    return known;
  }

  private PriceSeries look(Meter meter, ServiceTier tier, long inputTokens, long atMs)
      throws Refusal {
    Asked asked = new Asked(tier, inputTokens, atMs, range(inputTokens));
    if (tier != ServiceTier.STANDARD && meter.tokens() && !offers(asked)) {
      throw new Refusal("no price known: " + model + " is not sold as " + name(tier));
    }
    PriceSeries own = own(meter, asked);
    Meter parent = meter.parent();
    if (own == null && parent != null && hourHasAPriceOfItsOwn(meter, asked)) {
      own = own(parent, asked);
    }
    if (own == null) {
      throw new Refusal("no price known: " + meter.fields().get(0) + " of " + model);
    }
    return own;
  }

  /** An hour in a cache costs more than five minutes: the price of these does not stand in. */
  private boolean hourHasAPriceOfItsOwn(Meter meter, Asked asked) {
    return meter != Meter.CACHE_WRITE_1H
        || priced(Meter.CACHE_WRITE_5M.fields().get(0), asked) == null;
  }

  private @Nullable PriceRange range(long inputTokens) throws Refusal {
    for (PriceRange one : ranges) {
      if (one.covers(inputTokens)) {
        return one;
      }
    }
    if (!ranges.isEmpty()) {
      throw new Refusal("no price known: " + inputTokens + " input tokens of " + model);
    }
    return null;
  }

  private boolean offers(Asked asked) {
    for (Meter meter : List.of(Meter.UNCACHED_IN, Meter.OUT_TEXT)) {
      if (priced(meter.fields().get(0) + asked.tier.suffix(), asked) != null) {
        return true;
      }
    }
    return false;
  }

  private @Nullable PriceSeries own(Meter meter, Asked asked) throws Refusal {
    PriceSeries above = aboveThreshold(meter, asked);
    if (above != null) {
      return above;
    }
    for (String field : meter.fields()) {
      PriceSeries series = priced(field + asked.tier.suffix(), asked);
      if (series != null) {
        return series;
      }
    }
    // thoughts in a tier that has no price for thoughts are output of that tier
    boolean asOutput = meter == Meter.REASONING && asked.tier != ServiceTier.STANDARD;
    return asOutput ? null : plain(meter, asked);
  }

  private @Nullable PriceSeries plain(Meter meter, Asked asked) throws Refusal {
    for (String field : meter.fields()) {
      PriceSeries series = priced(field, asked);
      if (series != null) {
        return series;
      }
      PriceSeries later = fields.get(field);
      if (later != null && meter != Meter.REASONING && later.known().before(asked.atMs)) {
        throw new Refusal("no price known: " + field + " of " + model + " at that time");
      }
    }
    return null;
  }

  private @Nullable PriceSeries aboveThreshold(Meter meter, Asked asked) throws Refusal {
    for (long threshold : thresholds) {
      if (asked.inputTokens > threshold) {
        String above = "_above_" + threshold / 1000 + "k_tokens";
        for (String field : meter.fields()) {
          PriceSeries series = priced(field + above + asked.tier.suffix(), asked);
          if (series != null) {
            return series;
          }
          if (priced(field + above, asked) != null) {
            throw new Refusal(
                "no price known: " + field + above + " of " + model + " as " + name(asked.tier));
          }
        }
      }
    }
    return null;
  }

  private @Nullable PriceSeries priced(String field, Asked asked) {
    PriceSeries series = asked.range == null ? null : asked.range.prices().get(field);
    if (series == null) {
      series = fields.get(field);
    }
    return series == null || series.known().at(asked.atMs) == null ? null : series;
  }

  private static String name(ServiceTier tier) {
    return tier.suffix().substring(1);
  }

  private record Asked(ServiceTier tier, long inputTokens, long atMs, @Nullable PriceRange range) {}
}
