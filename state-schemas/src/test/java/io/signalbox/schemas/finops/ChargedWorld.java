// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.Bookkeeping;
import io.signalbox.analytics.finops.CatalogueEntry;
import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.LivePrices;
import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.PriceEvent;
import io.signalbox.analytics.finops.PriceTelling;
import io.signalbox.analytics.finops.PriceUsage;
import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.Reported;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.analytics.finops.UsageReading;
import io.signalbox.analytics.finops.UsageTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Usages and prices as they come, and what is posted of them. */
final class ChargedWorld {
  static final String CLAUDE = "claude-sonnet-4-5-20250929";
  private static final List<CatalogueEntry> CATALOGUE =
      List.of(
          new CatalogueEntry(
              CLAUDE,
              "anthropic",
              Map.of(
                  "input_cost_per_token", "0.000003",
                  "cache_creation_input_token_cost", "0.00000375",
                  "cache_read_input_token_cost", "0.0000003",
                  "output_cost_per_token", "0.000015"),
              List.of()),
          new CatalogueEntry(
              "reader", "reducto", Map.of("ocr_cost_per_credit", "0.015"), List.of()),
          new CatalogueEntry("h100", "own", Map.of("input_cost_per_second", "0.001"), List.of()));

  final List<Posting> postings = new ArrayList<>();
  private final LivePrices prices = new LivePrices(CATALOGUE);
  private final Map<String, Usage> latest = new LinkedHashMap<>();
  private final Bookkeeping books = new Bookkeeping(postings::add, refused -> {});
  private final UsageJson json;
  private int told;

  ChargedWorld(ExchangeRates rates) {
    json = new UsageJson(new UsageReading(rates));
  }

  /** A usage, told at a time. */
  void use(String line, String toldAt) throws Refusal {
    Usage usage = Objects.requireNonNull(json.read(line, 1).usage(), line);
    Usage other = latest.get(usage.id());
    if (books.take(usage, other, new PriceUsage(prices.book()), UsageTime.parse(toldAt))) {
      latest.put("" + usage.id(), usage);
    }
  }

  /** A price of a field, told at a time, since when it is known. */
  void price(String model, String field, String price, String knownAt, String toldAt)
      throws Refusal {
    PriceEvent event =
        new PriceEvent(UsageTime.parse(knownAt), model, field, null, new BigDecimal(price), null);
    LivePrices.Change change = prices.take(new PriceTelling(told++, event));
    if (change != null) {
      PriceUsage before = new PriceUsage(prices.before(change));
      PriceUsage after = new PriceUsage(prices.book());
      for (Usage usage : latest.values()) {
        books.reprice(usage, before, after, UsageTime.parse(toldAt));
      }
    }
  }

  /** What each usage costs in the end, by id: as known, as it turned out, and as told in EUR. */
  Map<String, BigDecimal[]> costs() throws Refusal {
    Map<String, BigDecimal[]> costs = new LinkedHashMap<>();
    PriceUsage pricing = new PriceUsage(prices.book());
    for (Usage usage : latest.values()) {
      var charge = pricing.price(usage);
      costs.put(
          "" + usage.id(), new BigDecimal[] {charge.asKnown(), charge.asCorrected(), euros(usage)});
    }
    return costs;
  }

  private static BigDecimal euros(Usage usage) {
    Reported told = usage.reported();
    return told != null && told.foreign() ? told.amount() : BigDecimal.ZERO;
  }

  /** The rows of all that was posted. */
  List<FocusRow> rows(CorrectionStyle style, boolean aiProperties) {
    List<FocusRow> rows = new ArrayList<>();
    FocusRows teller =
        new FocusRows(new FocusBill(new BillingAccount("a", "A"), style, aiProperties));
    postings.forEach(posting -> teller.tell(posting, rows::add));
    return rows;
  }
}
