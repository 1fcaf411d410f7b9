// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import static io.signalbox.analytics.finops.Told.cost;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatesTest {
  private static final Map<String, String> PRICES =
      Map.of(
          "input_cost_per_token", "0.001",
          "output_cost_per_token", "0.002",
          "cache_read_input_token_cost", "0.0001",
          "cache_creation_input_token_cost", "0.003",
          "input_cost_per_token_above_200k_tokens", "0.005",
          "input_cost_per_token_flex", "0.0005",
          "output_cost_per_token_flex", "0.0007",
          "output_cost_per_reasoning_token", "0.009");

  private static PriceBook book(Map<String, String> prices, CatalogueEntry.Range... ranges) {
    return Told.book(new CatalogueEntry("p/m", "p", prices, List.of(ranges)));
  }

  private static Map<String, Object> usage(long in, long out, Object... more) {
    Map<String, Object> told = new HashMap<>();
    told.put("timestamp", "2025-09-01T00:00:00Z");
    told.put("gen_ai.provider.name", "p");
    told.put("gen_ai.request.model", "m");
    told.put("gen_ai.usage.input_tokens", in);
    told.put("gen_ai.usage.output_tokens", out);
    for (int i = 0; i < more.length; i += 2) {
      told.put((String) more[i], more[i + 1]);
    }
    return told;
  }

  private static String refused(Map<String, String> prices, Map<String, Object> usage) {
    return assertThrows(Refusal.class, () -> cost(book(prices), usage)).reason();
  }

  @Test
  void aThresholdPricesTheWholeRequestAndOnlyWhatItNames() throws Refusal {
    assertEquals("200", cost(book(PRICES), usage(200_000, 0)));
    assertEquals("1000.007", cost(book(PRICES), usage(200_001, 1)));
  }

  @Test
  void aServiceTierHasItsOwnPricesAndThoughtsAreOutputOfIt() throws Refusal {
    assertEquals("0.0012", cost(book(PRICES), usage(1, 1, "service_tier", "flex")));
    assertEquals(
        "0.0007",
        cost(
            book(PRICES),
            usage(0, 1, "service_tier", "flex", "gen_ai.usage.reasoning.output_tokens", 1)));
    assertEquals(
        "0.009", cost(book(PRICES), usage(0, 1, "gen_ai.usage.reasoning.output_tokens", 1)));
  }

  @Test
  void whatHasNoPriceIsRefusedByName() {
    assertTrue(refused(PRICES, usage(1, 1, "service_tier", "priority")).contains("priority"));
    assertTrue(refused(PRICES, usage(1, 1, "service_tier", "warp")).contains("warp"));
    assertTrue(
        refused(Map.of("input_cost_per_token", "1"), usage(1, 1))
            .contains("output_cost_per_token"));
    String hour =
        refused(
            PRICES,
            usage(
                9,
                1,
                "gen_ai.usage.cache_creation.input_tokens",
                5,
                "usage.cache_creation_1h.input_tokens",
                5));
    assertTrue(hour.contains("above_1hr"), hour);
  }

  @Test
  void withoutAPriceForCachesTheirTokensAreInput() throws Refusal {
    Map<String, String> plain =
        Map.of("input_cost_per_token", "0.001", "output_cost_per_token", "0.002");
    assertEquals(
        "0.01", cost(book(plain), usage(10, 0, "gen_ai.usage.cache_read.input_tokens", 4)));
  }

  @Test
  void rangesPriceTheWholeRequestByItsSize() throws Refusal {
    PriceBook book =
        book(
            Map.of(),
            new CatalogueEntry.Range(
                0, 100, Map.of("input_cost_per_token", "1", "output_cost_per_token", "2")),
            new CatalogueEntry.Range(
                100, 200, Map.of("input_cost_per_token", "3", "output_cost_per_token", "4")));
    assertEquals("102", cost(book, usage(100, 1)));
    assertEquals("307", cost(book, usage(101, 1)));
    assertThrows(Refusal.class, () -> cost(book, usage(201, 1)));
  }

  @Test
  void searchesPagesAndCallsHaveTheirOwnPrices() throws Refusal {
    Map<String, String> prices = new HashMap<>(PRICES);
    prices.put("input_cost_per_request", "7");
    prices.put("search_context_cost_per_query.search_context_size_high", "0.5");
    prices.put("ocr_cost_per_page", "0.25");
    assertEquals(
        "8.501", cost(book(prices), usage(1, 0, "usage.searches.high", 2, "usage.pages", 2)));
  }

  @Test
  void aReportedCostWinsAndTheDifferenceIsKept() throws Refusal {
    Map<String, Object> told = usage(1000, 0, "cost", "1.25", "cost_currency", "USD");
    Charge charge = new PriceUsage(book(PRICES)).price(Told.usage(told));
    assertEquals("1.25", charge.asCorrected().stripTrailingZeros().toPlainString());
    assertEquals("0.25", charge.difference().stripTrailingZeros().toPlainString());
  }

  @Test
  void currenciesNeedARate() {
    assertTrue(refused(PRICES, usage(1, 1, "cost", 1, "cost_currency", "XQZ")).contains("XQZ"));
    assertTrue(refused(PRICES, usage(1, 1, "cost", 1, "cost_currency", "EUR")).contains("no rate"));
  }

  @Test
  void pricesAreWhatTheirTextSays() throws Refusal {
    assertEquals(
        "0.0000029999900000000002", PriceText.parse("2.9999900000000002e-06").toPlainString());
    assertTrue(PriceText.noisy(PriceText.parse("2.9999900000000002e-06")));
    for (String bad : List.of("-1", "NaN", "1e-25", "", "1e7", "1/2", ".", "0x1", "1e999999999")) {
      assertThrows(Refusal.class, () -> PriceText.parse(bad), bad);
    }
  }

  @Test
  void everyFieldIsPricedOrHasAReason() {
    assertNull(PriceField.unpriced("cache_creation_input_token_cost_above_1hr_above_200k_tokens"));
    assertNull(PriceField.unpriced("output_cost_per_token_above_272k_tokens_priority"));
    assertEquals("unknown cost field", PriceField.unpriced("cost_per_wish"));
    assertTrue(("" + PriceField.unpriced("output_cost_per_second_1080p")).contains("resolution"));
  }
}
