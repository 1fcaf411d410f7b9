// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sums that add whole numbers as such, against sums of decimals. */
class MeterSumsTest {
  private record Item(Meter meter, BigDecimal amount, int sign) {}

  @Provide
  Arbitrary<List<Item>> items() {
    Arbitrary<BigDecimal> whole = Arbitraries.longs().map(BigDecimal::valueOf);
    Arbitrary<BigDecimal> tokens =
        Arbitraries.longs().between(-1_000_000, 1_000_000).map(BigDecimal::valueOf);
    Arbitrary<BigDecimal> most =
        Arbitraries.of("999999999999999999", "-999999999999999999").map(BigDecimal::new);
    Arbitrary<BigDecimal> seconds = Arbitraries.bigDecimals().ofScale(3);
    return Combinators.combine(
            Arbitraries.of(Meter.values()),
            Arbitraries.oneOf(tokens, most, whole, seconds),
            Arbitraries.of(1, -1))
        .as(Item::new)
        .list()
        .ofMaxSize(60);
  }

  @Property
  void comesToWhatDecimalsSumTo(@ForAll("items") List<Item> items) {
    Map<Meter, BigDecimal> expected = new TreeMap<>();
    MeterSums sums = new MeterSums();
    for (Item item : items) {
      BigDecimal signed = item.sign > 0 ? item.amount : item.amount.negate();
      expected.merge(item.meter, signed, BigDecimal::add);
      sums.add(Map.of(item.meter, item.amount), item.sign);
    }
    assertEquals(List.copyOf(expected.entrySet()), List.copyOf(sums.all().entrySet()));
    for (Meter meter : Meter.values()) {
      assertEquals(expected.getOrDefault(meter, BigDecimal.ZERO), sums.of(meter));
    }
  }

  @Property
  void isTheSameInParts(@ForAll("items") List<Item> items) {
    MeterSums whole = new MeterSums();
    MeterSums left = new MeterSums();
    MeterSums right = new MeterSums();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      Map<Meter, BigDecimal> one = Map.of(item.meter, item.amount);
      whole.add(one, item.sign);
      (i % 2 == 0 ? left : right).add(one, item.sign);
    }
    right.add(left);
    assertEquals(whole.all(), right.all());
  }

  /** Whole numbers that no long holds together. */
  @Example
  void outgrowsALong() {
    MeterSums sums = new MeterSums();
    BigDecimal most = new BigDecimal("999999999999999999");
    for (int i = 0; i < 100; i++) {
      sums.add(Map.of(Meter.OUT_TEXT, most), 1);
    }
    assertEquals(most.multiply(BigDecimal.valueOf(100)), sums.of(Meter.OUT_TEXT));
  }
}
