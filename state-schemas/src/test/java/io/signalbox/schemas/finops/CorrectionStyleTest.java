// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.Refusal;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CorrectionStyleTest {
  private static final String IN = "input_cost_per_token";
  private static final String OUT = "output_cost_per_token";

  private static String usage(int id, String at, int revision, int in, int cached, int out) {
    return ("{'timestamp':'%s','tenant':'t','gen_ai.request.model':'%s','gen_ai.response.id':'r%d',"
            + "'revision':%d,'gen_ai.usage.input_tokens':%d,"
            + "'gen_ai.usage.cache_read.input_tokens':%d,'gen_ai.usage.output_tokens':%d}")
        .formatted(at, ChargedWorld.CLAUDE, id, revision, in, cached, out)
        .replace('\'', '"');
  }

  private static String day(int day) {
    return "2025-%02d-%02dT10:00:00Z".formatted(1 + (day - 1) / 28, 1 + (day - 1) % 28);
  }

  private static BigDecimal cost(FocusRow row) {
    return (BigDecimal) Objects.requireNonNull(row.get(FocusColumn.BILLED_COST));
  }

  /**
   * A price leaps up by mistake, is used at what it was, and is mended to a little more or less.
   */
  private static List<FocusRow> mended(String to, String mendedAt, CorrectionStyle style)
      throws Refusal {
    ChargedWorld world = new ChargedWorld(new ExchangeRates());
    world.price(ChargedWorld.CLAUDE, IN, "0.000003", day(1), day(1));
    world.price(ChargedWorld.CLAUDE, IN, "0.00003", day(5), day(5));
    world.use(usage(1, day(6), 1, 1_000_000, 0, 10), day(6));
    world.price(ChargedWorld.CLAUDE, IN, to, mendedAt, mendedAt);
    return world.rows(style, false);
  }

  @Test
  void aDeltaIsOneAdjustmentOfTheMoneyAlone() throws Refusal {
    for (String to : List.of("0.0000033", "0.0000027")) {
      List<FocusRow> rows = mended(to, day(10), CorrectionStyle.DELTA);
      assertEquals(3, rows.size());
      FocusRow delta = rows.get(2);
      BigDecimal expected =
          new BigDecimal(to).subtract(new BigDecimal("0.000003")).movePointRight(6);
      assertEquals(0, cost(delta).compareTo(expected));
      assertEquals("Adjustment", delta.get(FocusColumn.CHARGE_CATEGORY));
      assertEquals("correction", delta.get(FocusColumn.X_LEDGER));
      assertEquals(ChargedWorld.CLAUDE + ":uncached_in", delta.get(FocusColumn.SKU_ID));
      assertNull(delta.get(FocusColumn.CHARGE_CLASS));
      assertNull(delta.get(FocusColumn.CONSUMED_QUANTITY));
      assertNull(delta.get(FocusColumn.PRICING_QUANTITY));
      assertNull(delta.get(FocusColumn.LIST_UNIT_PRICE));
      assertEquals(4, mended(to, day(10), CorrectionStyle.LEDGER).size());
    }
  }

  @Test
  void aDeltaOfAClosedMonthIsACorrectionInTheMonthItIsToldIn() throws Refusal {
    FocusRow delta = mended("0.0000033", day(30), CorrectionStyle.DELTA).get(2);
    assertEquals("Correction", delta.get(FocusColumn.CHARGE_CLASS));
    assertEquals(1_738_368_000_000L, delta.get(FocusColumn.BILLING_PERIOD_START)); // 2025-02-01
    assertEquals(1_736_157_600_000L, delta.get(FocusColumn.CHARGE_PERIOD_START)); // 2025-01-06
  }

  private static List<FocusRow> revised(String first, String second) throws Refusal {
    ChargedWorld world = new ChargedWorld(new ExchangeRates());
    world.use(first, day(6));
    int before = world.rows(CorrectionStyle.DELTA, false).size();
    world.use(second, day(7));
    List<FocusRow> rows = world.rows(CorrectionStyle.DELTA, false);
    return rows.subList(before, rows.size());
  }

  @Test
  void aRevisionIsTheDifferenceOfWhatWasCounted() throws Refusal {
    String first = usage(1, day(6), 1, 1000, 400, 10);
    List<FocusRow> rows = revised(first, usage(1, day(6), 2, 1000, 400, 25));
    assertEquals(1, rows.size());
    assertEquals(new BigDecimal("15"), rows.get(0).get(FocusColumn.CONSUMED_QUANTITY));
    assertEquals("Usage", rows.get(0).get(FocusColumn.CHARGE_CATEGORY));
    assertEquals(0, cost(rows.get(0)).compareTo(new BigDecimal("0.000225")));

    rows = revised(first, usage(1, day(6), 2, 900, 500, 10));
    assertEquals(new BigDecimal("-200"), rows.get(0).get(FocusColumn.CONSUMED_QUANTITY));
    assertEquals(new BigDecimal("100"), rows.get(1).get(FocusColumn.CONSUMED_QUANTITY));
    assertEquals(2, rows.size());
    assertEquals(List.of(), revised(first, usage(1, day(6), 2, 1000, 400, 10)));
  }

  @Test
  void aRevisionForSomebodyElseIsTakenBackAndChargedAnew() throws Refusal {
    String first = usage(1, day(6), 1, 1000, 400, 10);
    String second = usage(1, day(6), 2, 1000, 400, 10).replace("\"t\"", "\"u\"");
    assertEquals(6, revised(first, second).size());
  }

  @Property(tries = 200)
  void bothStylesSumToWhatEachUsageCostsInBothLedgers(@ForAll long seed) throws Refusal {
    Random random = new Random(seed);
    ExchangeRates rates = new ExchangeRates();
    rates.add("EUR", 0, new BigDecimal("1.0837"));
    ChargedWorld world = new ChargedWorld(rates);
    world.price(ChargedWorld.CLAUDE, IN, "0.000003", day(1), day(1));
    world.price(ChargedWorld.CLAUDE, OUT, "0.000015", day(1), day(1));
    for (int i = 0; i < 40; i++) {
      int day = 1 + random.nextInt(56);
      if (random.nextInt(3) == 0) {
        int times = new int[] {1, 2, 3, 10, 100}[random.nextInt(5)];
        String price = BigDecimal.valueOf(3L * times, 6).toPlainString();
        world.price(ChargedWorld.CLAUDE, random.nextBoolean() ? IN : OUT, price, day(day), day(60));
      } else {
        int in = random.nextInt(100_000);
        int cached = random.nextInt(in + 1);
        String line =
            usage(random.nextInt(10), day(day), 1 + random.nextInt(3), in, cached, in / 3);
        String currency = random.nextBoolean() ? "EUR" : "USD";
        String cost = ",\"cost\":0.%d,\"cost_currency\":\"%s\"}".formatted(1 + in, currency);
        world.use(random.nextInt(3) == 0 ? line.replace("}", cost) : line, day(day));
      }
    }
    Map<String, BigDecimal[]> costs = world.costs();
    for (CorrectionStyle style : CorrectionStyle.values()) {
      Map<String, BigDecimal[]> sums = new HashMap<>();
      for (FocusRow row : world.rows(style, random.nextBoolean())) {
        BigDecimal[] sum =
            sums.computeIfAbsent(
                (String) Objects.requireNonNull(row.get(FocusColumn.X_RESPONSE_ID)),
                id -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO});
        boolean known = "as_known".equals(row.get(FocusColumn.X_LEDGER));
        sum[0] = known ? sum[0].add(cost(row)) : sum[0];
        sum[1] = sum[1].add(cost(row));
        if ("EUR".equals(row.get(FocusColumn.PRICING_CURRENCY))) {
          Object euros = row.get(FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST);
          sum[2] = sum[2].add((BigDecimal) Objects.requireNonNull(euros));
        }
      }
      assertEquals(costs.keySet(), sums.keySet());
      costs.forEach(
          (id, cost) -> {
            BigDecimal[] sum = Objects.requireNonNull(sums.get(id));
            assertEquals(0, cost[0].compareTo(sum[0]), () -> id + " as known, " + style);
            assertEquals(0, cost[1].compareTo(sum[1]), () -> id + " as corrected, " + style);
            assertEquals(0, cost[2].compareTo(sum[2]), () -> id + " in EUR, " + style);
          });
    }
  }

  @Property(tries = 50)
  void quantitiesAreTheSameInBothStyles(@ForAll long seed) throws Refusal {
    Random random = new Random(seed);
    ChargedWorld world = new ChargedWorld(new ExchangeRates());
    world.price(ChargedWorld.CLAUDE, IN, "0.000003", day(1), day(1));
    world.price(ChargedWorld.CLAUDE, IN, "0.00003", day(5), day(5));
    for (int id = 0; id < 5; id++) {
      world.use(usage(id, day(6), 1, random.nextInt(100_000), 0, 10), day(6));
    }
    world.price(ChargedWorld.CLAUDE, IN, "0.0000033", day(10), day(10));
    assertTrue(world.postings.size() > 5);
    assertEquals(
        0,
        quantity(world.rows(CorrectionStyle.LEDGER, false))
            .compareTo(quantity(world.rows(CorrectionStyle.DELTA, false))));
  }

  private static BigDecimal quantity(List<FocusRow> rows) {
    BigDecimal sum = BigDecimal.ZERO;
    for (FocusRow row : rows) {
      if (row.get(FocusColumn.CONSUMED_QUANTITY) instanceof BigDecimal amount) {
        sum = sum.add(amount);
      }
    }
    return sum;
  }
}
