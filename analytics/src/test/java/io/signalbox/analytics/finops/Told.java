// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Usages and prices for tests, told as they would be read. */
final class Told {
  private Told() {}

  /** A draft of keys and values; numbers as numbers, texts as texts, flags as flags. */
  static UsageDraft draft(Map<String, ?> told) throws Refusal {
    UsageDraft draft = new UsageDraft();
    for (Map.Entry<String, ?> one : told.entrySet()) {
      int place = UsageDraft.place(one.getKey());
      if (one.getValue() instanceof Boolean flag) {
        draft.flag(place, flag);
      } else if (one.getValue() instanceof Number number) {
        draft.number(place, number.toString());
      } else {
        draft.text(place, String.valueOf(one.getValue()));
      }
    }
    return draft;
  }

  static Usage usage(Map<String, ?> told) throws Refusal {
    return usage(told, 1);
  }

  static Usage usage(Map<String, ?> told, long line) throws Refusal {
    return new UsageReading(new ExchangeRates()).read(draft(told), line);
  }

  /** A catalogue of one model, whose prices are in USD a million tokens; null is no price. */
  static PriceBook perMillion(
      @Nullable String in, @Nullable String write, @Nullable String read, @Nullable String out) {
    Map<String, String> prices = new java.util.HashMap<>();
    put(prices, "input_cost_per_token", in);
    put(prices, "cache_creation_input_token_cost", write);
    put(prices, "cache_read_input_token_cost", read);
    put(prices, "output_cost_per_token", out);
    return book(new CatalogueEntry("m", "p", prices, List.of()));
  }

  static PriceBook book(CatalogueEntry... entries) {
    PriceBook.Writer book = new PriceBook.Writer();
    for (CatalogueEntry entry : entries) {
      book.add(entry);
    }
    return book.book();
  }

  static String cost(PriceBook book, Map<String, ?> told) throws Refusal {
    BigDecimal cost = new PriceUsage(book).price(usage(told)).asKnown();
    return cost.signum() == 0 ? "0" : cost.stripTrailingZeros().toPlainString();
  }

  private static void put(Map<String, String> prices, String field, @Nullable String perMillion) {
    if (perMillion != null) {
      prices.put(field, new BigDecimal(perMillion).movePointLeft(6).toPlainString());
    }
  }
}
