// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prices usages by a book; the time of a usage chooses the prices, never its arrival. */
public final class PriceUsage {
  private static final String NOBODY = "Unknown provider";

  private static final List<Meter> CALLS = List.of(Meter.REQUESTS, Meter.QUERIES);
  private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000_000_000L);
  private static final BigDecimal FEW = BigDecimal.valueOf(1_000_000_000);

  private final PriceBook book;

  /** Prices by that book. */
  public PriceUsage(PriceBook book) {
    this.book = book;
  }

  /**
   * Prices a usage. What a provider reports wins over prices, which then only explain it.
   *
   * @throws Refusal if something of it has no price, and the provider reported none
   */
  public Charge price(Usage usage) throws Refusal {
    if (usage.reported() != null) {
      return reported(usage, usage.reported().usd());
    }
    ModelPrices prices = book.find(usage.provider(), usage.model());
    return new Charge(usage, provider(usage, prices), parts(usage, prices), BigDecimal.ZERO);
  }

  private Charge reported(Usage usage, BigDecimal reported) {
    List<Charge.Part> parts = new ArrayList<>();
    String provider = usage.provider() == null ? NOBODY : usage.provider();
    BigDecimal left = reported;
    try {
      ModelPrices prices = book.find(usage.provider(), usage.model());
      provider = provider(usage, prices);
      for (Charge.Part part : parts(usage, prices)) {
        parts.add(asListed(part));
        left = left.subtract(part.cost());
      }
    } catch (Refusal unpriced) {
      parts.clear(); // all of it is then what the provider said
      left = reported;
    }
    return new Charge(usage, provider, parts, left);
  }

  /** A price that turned out to be wrong changes nothing for who was told the cost. */
  private static Charge.Part asListed(Charge.Part part) {
    return new Charge.Part(
        part.meter(),
        part.quantity(),
        part.field(),
        part.known(),
        part.known(),
        part.known(),
        null);
  }

  private static List<Charge.Part> parts(Usage usage, ModelPrices prices) throws Refusal {
    List<Charge.Part> parts = new ArrayList<>(4);
    Quantities used = Quantities.of(usage.quantities());
    for (int i = 0; i < used.size(); i++) {
      parts.add(part(usage, prices, used.meter(i), used.amount(i)));
    }
    if (!usage.compute()) {
      for (Meter each : CALLS) {
        if (prices.has(each) && !used.containsKey(each)) {
          parts.add(part(usage, prices, each, BigDecimal.ONE));
        }
      }
    }
    return parts;
  }

  private static Charge.Part part(Usage usage, ModelPrices prices, Meter meter, BigDecimal quantity)
      throws Refusal {
    long at = usage.atMs();
    PriceSeries rate = prices.rate(meter, usage.tier(), usage.inputTokens(), at);
    BigDecimal known = rate.known().at(at);
    if (known == null) {
      throw new Refusal("no price known: " + rate.field() + " of " + usage.model());
    }
    BigDecimal corrected = orElse(rate.corrected().at(at), known);
    BigDecimal listed = orElse(rate.listed().at(at), known);
    Charge.Part part =
        new Charge.Part(
            meter, quantity, rate.field(), known, corrected, listed, rate.correctedAt(at));
    if (!isSmall(quantity, known)) {
      bound(part.cost(), usage);
    }
    if (corrected.compareTo(known) != 0) {
      bound(quantity.multiply(corrected), usage);
    }
    return part;
  }

  /** Whether a cost surely fits a ledger, as nearly all do: to count its digits takes longer. */
  private static boolean isSmall(BigDecimal quantity, BigDecimal price) {
    return quantity.scale() == 0
        && quantity.compareTo(FEW) < 0
        && price.scale() <= PriceText.MOST_DECIMALS
        && price.precision() - price.scale() <= MOST.precision() - FEW.precision();
  }

  /** Ledgers hold 24 decimals and 14 digits before them; what needs more is no cost. */
  private static void bound(BigDecimal cost, Usage usage) throws Refusal {
    boolean fine =
        cost.scale() <= PriceText.MOST_DECIMALS
            || cost.stripTrailingZeros().scale() <= PriceText.MOST_DECIMALS;
    boolean small = cost.precision() - cost.scale() < MOST.precision(); // mostly says enough
    if (!fine || (!small && cost.compareTo(MOST) >= 0)) {
      throw new Refusal("cost of " + usage.model() + " does not fit a ledger: " + cost);
    }
  }

  private static String provider(Usage usage, ModelPrices prices) {
    if (usage.provider() != null) {
      return usage.provider();
    }
    return prices.provider() == null ? NOBODY : prices.provider();
  }

  private static BigDecimal orElse(@Nullable BigDecimal price, BigDecimal other) {
    return price == null ? other : price;
  }
}
