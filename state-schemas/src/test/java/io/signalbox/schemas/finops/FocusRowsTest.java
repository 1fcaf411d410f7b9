// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.CatalogueEntry;
import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.PriceBook;
import io.signalbox.analytics.finops.PriceEvent;
import io.signalbox.analytics.finops.PriceUsage;
import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.analytics.finops.UsageReading;
import io.signalbox.analytics.finops.UsageTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FocusRowsTest {
  private static Charge charge(String used, String mended) throws Refusal {
    PriceBook.Writer book = new PriceBook.Writer();
    String[][] news = {
      {"2025-10-01T00:00:00Z", "0.000003"},
      {"2025-10-07T00:00:00Z", "0.000033"},
      {mended, "0.0000033"}
    };
    for (String[] one : news) {
      book.add(
          new PriceEvent(
              UsageTime.parse(one[0]),
              "m",
              "input_cost_per_token",
              null,
              new BigDecimal(one[1]),
              null));
    }
    String text =
        "{\"timestamp\":\""
            + used
            + "\",\"tenant\":\"t\",\"gen_ai.provider.name\":\"p\","
            + "\"gen_ai.request.model\":\"m\",\"gen_ai.usage.input_tokens\":1234567}";
    UsageJson json = new UsageJson(new UsageReading(new ExchangeRates()));
    return new PriceUsage(book.book()).price(Objects.requireNonNull(json.read(text, 1).usage()));
  }

  private static List<FocusRow> rows(Charge charge) {
    List<FocusRow> rows = new ArrayList<>();
    new FocusRows(FocusBill.plain(new BillingAccount("a", "A"))).tell(charge, rows::add);
    return rows;
  }

  @Test
  void detailsOfAPriceAreAsTheyWereUnlessMoreIsWanted() throws Refusal {
    FocusRow row = rows(charge("2025-10-08T10:00:00Z", "2025-10-12T00:00:00Z")).get(0);
    assertEquals(
        "{\"x_Model\":\"m\",\"x_PriceField\":\"input_cost_per_token\","
            + "\"x_ServiceTier\":\"standard\",\"x_Meter\":\"uncached_in\"}",
        row.get(FocusColumn.SKU_PRICE_DETAILS));
  }

  private static BigDecimal amount(FocusRow row, FocusColumn column) {
    return (BigDecimal) Objects.requireNonNull(row.get(column));
  }

  @Test
  void priceTimesQuantityIsTheCostAndAllRowsSumToWhatTurnedOut() throws Refusal {
    Charge charge = charge("2025-10-08T10:00:00Z", "2025-10-12T00:00:00Z");
    BigDecimal sum = BigDecimal.ZERO;
    for (FocusRow row : rows(charge)) {
      BigDecimal cost = amount(row, FocusColumn.BILLED_COST);
      BigDecimal product =
          amount(row, FocusColumn.LIST_UNIT_PRICE)
              .multiply(amount(row, FocusColumn.PRICING_QUANTITY));
      assertEquals(0, product.compareTo(cost));
      assertTrue(amount(row, FocusColumn.LIST_UNIT_PRICE).signum() >= 0);
      sum = sum.add(cost);
    }
    assertEquals(0, sum.compareTo(charge.asCorrected()));
    assertEquals("0.3703701", charge.correction().stripTrailingZeros().toPlainString());
  }

  @Test
  void aCorrectionOfAnOpenMonthStaysInItAndOneOfAClosedMonthGoesToTheNext() throws Refusal {
    FocusRow open = rows(charge("2025-10-08T10:00:00Z", "2025-10-12T00:00:00Z")).get(2);
    assertNull(open.get(FocusColumn.CHARGE_CLASS));
    FocusRow closed = rows(charge("2025-10-08T10:00:00Z", "2025-11-12T00:00:00Z")).get(2);
    assertEquals("Correction", closed.get(FocusColumn.CHARGE_CLASS));
    assertEquals(1_761_955_200_000L, closed.get(FocusColumn.BILLING_PERIOD_START)); // 2025-11-01
    assertEquals(
        open.get(FocusColumn.CHARGE_PERIOD_START), closed.get(FocusColumn.CHARGE_PERIOD_START));
  }

  @Test
  void whatIsReportedInAnotherCurrencyIsInARowAsItWasTold() throws Refusal {
    ExchangeRates rates = new ExchangeRates();
    rates.add("EUR", 0, new BigDecimal("1.08"));
    rates.add("octokens", 0, new BigDecimal("0.007"));
    for (String[] told : new String[][] {{"EUR", "0.432"}, {"octokens", "0.0028"}}) {
      String text =
          "{\"timestamp\":\"2025-10-08T10:00:00Z\",\"gen_ai.request.model\":\"m\",\"cost\":0.4,"
              + "\"gen_ai.usage.input_tokens\":7,\"cost_currency\":\""
              + told[0]
              + "\"}";
      UsageJson json = new UsageJson(new UsageReading(rates));
      Usage usage = Objects.requireNonNull(json.read(text, 1).usage());
      PriceBook.Writer book = new PriceBook.Writer();
      Map<String, String> prices = Map.of("input_cost_per_token", "0.01");
      book.add(new CatalogueEntry("m", "p", prices, List.of()));
      List<FocusRow> rows = rows(new PriceUsage(book.book()).price(usage));
      assertEquals(3, rows.size()); // the list price, the report, the list price taken back
      assertEquals(told[0], rows.get(1).get(FocusColumn.PRICING_CURRENCY));
      BigDecimal amount = amount(rows.get(1), FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST);
      assertEquals(new BigDecimal("0.4"), amount);
      assertEquals("USD", rows.get(2).get(FocusColumn.PRICING_CURRENCY));
      BigDecimal sum = BigDecimal.ZERO;
      BigDecimal dollars = BigDecimal.ZERO;
      for (FocusRow row : rows) {
        sum = sum.add(amount(row, FocusColumn.BILLED_COST));
        if ("USD".equals(row.get(FocusColumn.PRICING_CURRENCY))) {
          dollars = dollars.add(amount(row, FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST));
        }
      }
      assertEquals(0, sum.compareTo(new BigDecimal(told[1])));
      assertEquals(0, dollars.signum());
      assertEquals(1, rows(new PriceUsage(new PriceBook.Writer().book()).price(usage)).size());
    }
  }

  @Test
  void creditsArePricedInCreditsAndEverythingElseInDollars() throws Refusal {
    PriceBook.Writer book = new PriceBook.Writer();
    Map<String, String> prices = Map.of("ocr_cost_per_credit", "0.015");
    book.add(new CatalogueEntry("reader", "p", prices, List.of()));
    String text =
        "{\"timestamp\":\"2025-10-08T10:00:00Z\",\"resource\":\"reader\",\"unit\":\"credits\","
            + "\"quantity\":245}";
    UsageJson json = new UsageJson(new UsageReading(new ExchangeRates()));
    Usage usage = Objects.requireNonNull(json.read(text, 1).usage());
    FocusRow row = rows(new PriceUsage(book.book()).price(usage)).get(0);
    assertEquals("Credits", row.get(FocusColumn.PRICING_CURRENCY));
    assertEquals(
        0,
        amount(row, FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST).compareTo(new BigDecimal("245")));
    assertEquals(0, amount(row, FocusColumn.BILLED_COST).compareTo(new BigDecimal("3.675")));
    FocusRow tokens = rows(charge("2025-10-08T10:00:00Z", "2025-10-12T00:00:00Z")).get(0);
    assertEquals("USD", tokens.get(FocusColumn.PRICING_CURRENCY));
    assertEquals(
        tokens.get(FocusColumn.EFFECTIVE_COST),
        tokens.get(FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST));
  }
}
