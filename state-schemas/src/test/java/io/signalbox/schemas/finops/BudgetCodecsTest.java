// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.analytics.finops.budgets.BudgetMemory;
import io.signalbox.analytics.finops.budgets.BudgetSpend;
import io.signalbox.analytics.finops.budgets.BurnEpisode;
import io.signalbox.analytics.finops.budgets.BurnRule;
import io.signalbox.analytics.finops.budgets.Cause;
import io.signalbox.analytics.finops.budgets.Crossing;
import io.signalbox.analytics.finops.budgets.SpendKey;
import io.signalbox.schemas.signals.Golden;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class BudgetCodecsTest {
  private static final long MINUTE = 1_760_000_040_000L;
  private static final SpendKey KEY = new SpendKey(MINUTE + 59_999, "resp-é");

  private static BudgetMemory memory() {
    BurnRule rule = new BurnRule(new BigDecimal("14.4"), 3_600_000, 300_000);
    return new BudgetMemory(
        MINUTE + 60_000,
        MINUTE + 120_000,
        new TreeMap<>(
            Map.of(
                MINUTE,
                new BigDecimal("0.000000000000000000000012345"),
                MINUTE + 120_000,
                BigDecimal.TEN)),
        new TreeMap<>(Map.of(MINUTE, 1L << 59, MINUTE + 120_000, 5L)),
        List.of(
            new BudgetMemory.Period(
                MINUTE - 40_000,
                new BigDecimal("-0.5"),
                new BigDecimal("7.125"),
                true,
                new TreeMap<>(Map.of(50, new Crossing(KEY, new BigDecimal("7.25")))))),
        List.of(new BurnEpisode(rule, MINUTE, MINUTE + 59_000)));
  }

  @Example
  void theBytesOfBudgetsStayAsTheyWere() throws IOException {
    byte[] stored = Golden.expect("budget-v2", BudgetMemoryCodec.write(memory()));
    assertEquals(memory(), BudgetMemoryCodec.read(stored));
    BudgetMemory first = BudgetMemoryCodec.read(Golden.read("budget-v1"));
    assertNull(first.periods().get(0).unallocated());
    assertEquals(memory().periods().get(0).told(), first.periods().get(0).told());
    assertEquals(memory().burns(), first.burns());
    byte[] none = BudgetMemoryCodec.write(BudgetMemory.none());
    assertEquals(BudgetMemory.none(), BudgetMemoryCodec.read(none));
  }

  @Example
  void theBytesOfSpendsStayAsTheyWere() throws IOException {
    BudgetSpend spend =
        new BudgetSpend(
            "all",
            MINUTE + 61_999,
            KEY,
            new BigDecimal("-1.50"),
            BigDecimal.ONE,
            Cause.REVISION,
            true);
    byte[] told = Golden.expect("budget-spend-v2", BudgetSpendSerializer.INSTANCE.write(spend));
    assertEquals(spend, BudgetSpendSerializer.INSTANCE.read(told));
    BudgetSpend first = BudgetSpendSerializer.INSTANCE.read(Golden.read("budget-spend-v1"));
    assertNull(first.allocated());
    assertEquals(spend.key(), first.key());
    assertEquals(spend.cause(), first.cause());
    TreeMap<SpendKey, BigDecimal> spends = new TreeMap<>();
    spends.put(KEY, new BigDecimal("0.1"));
    spends.put(new SpendKey(KEY.secondMs(), ""), new BigDecimal("3E-24"));
    byte[] second = Golden.expect("spends-v1", SpendsCodec.write(KEY.secondMs(), spends));
    assertEquals(spends, SpendsCodec.read(KEY.secondMs(), second));
  }

  @Property(tries = 200)
  void whatIsRememberedComesBackAsItWas(@ForAll long seed) {
    Random random = new Random(seed);
    TreeMap<Long, BigDecimal> sums = new TreeMap<>();
    TreeMap<Long, Long> seconds = new TreeMap<>();
    TreeMap<Integer, Crossing> told = new TreeMap<>();
    for (int i = random.nextInt(40); i > 0; i--) {
      long minute = (random.nextInt(2_000_000) - 1000) * 60_000L;
      sums.put(minute, new BigDecimal(random.nextLong() >>> 1).movePointLeft(random.nextInt(24)));
      seconds.put(minute, random.nextLong() >>> 4);
      told.put(i, new Crossing(new SpendKey(minute, "r" + i), new BigDecimal(i)));
    }
    BudgetMemory memory =
        new BudgetMemory(
            random.nextLong(),
            random.nextLong(),
            sums,
            seconds,
            List.of(
                new BudgetMemory.Period(
                    random.nextLong(),
                    BigDecimal.ONE,
                    random.nextBoolean() ? null : BigDecimal.TEN,
                    random.nextBoolean(),
                    told)),
            List.of());
    byte[] bytes = BudgetMemoryCodec.write(memory);
    assertEquals(memory, BudgetMemoryCodec.read(bytes));
    assertArrayEquals(bytes, BudgetMemoryCodec.write(BudgetMemoryCodec.read(bytes)));
  }

  @Example
  void anotherVersionIsRefused() {
    byte[] later = {9};
    assertThrows(IllegalArgumentException.class, () -> BudgetMemoryCodec.read(later));
    assertThrows(IllegalArgumentException.class, () -> SpendsCodec.read(0, later));
    assertThrows(IllegalArgumentException.class, () -> BudgetSpendSerializer.INSTANCE.read(later));
  }
}
