// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.Owner;
import io.signalbox.analytics.finops.ServiceTier;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.analytics.finops.aggregates.Flows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CostAnomaliesTest {
  private static final long HOUR = 3_600_000L;
  private static final int HOURS = 120;
  private static final int FROM = 100;

  /** How calls are from hour 100 on; a call reads 1,000 tokens, half cached, and writes 100. */
  private record World(int calls, String model, long read, long input, long output, String price) {}

  private static final World USUAL = new World(50, "m", 500, 1000, 100, "0.000010");

  private static List<CostAnomaly> find(World later) {
    Flows flows = new Flows();
    Random random = new Random(4);
    for (int hour = 0; hour < HOURS; hour++) {
      World world = hour >= FROM ? later : USUAL;
      int calls = world.calls + random.nextInt(5);
      for (int i = 0; i < calls; i++) {
        flows.add(charge(hour, i, i % 2 == 0 ? "a" : "b", world, random));
      }
    }
    return CostAnomalies.find(flows);
  }

  private static Charge charge(int hour, int i, String team, World world, Random random) {
    Map<Meter, BigDecimal> quantities = new EnumMap<>(Meter.class);
    quantities.put(Meter.UNCACHED_IN, BigDecimal.valueOf(world.input - world.read));
    quantities.put(Meter.CACHE_READ, BigDecimal.valueOf(world.read));
    quantities.put(Meter.OUT_TEXT, BigDecimal.valueOf(world.output + random.nextInt(9)));
    BigDecimal out = new BigDecimal(world.price);
    List<Charge.Part> parts = new ArrayList<>();
    part(parts, Meter.UNCACHED_IN, quantities, new BigDecimal("0.000002"));
    part(parts, Meter.CACHE_READ, quantities, new BigDecimal("0.0000002"));
    part(parts, Meter.OUT_TEXT, quantities, out);
    Usage usage =
        new Usage(
            1,
            hour + "/" + i,
            1,
            1_759_276_800_000L + hour * HOUR,
            new Owner("t", team, null, null, null, null),
            "p",
            i % 10 == 0 ? "small" : world.model,
            ServiceTier.STANDARD,
            world.input,
            quantities,
            null,
            false);
    return new Charge(usage, "p", parts, BigDecimal.ZERO);
  }

  private static void part(
      List<Charge.Part> parts, Meter meter, Map<Meter, BigDecimal> quantities, BigDecimal price) {
    BigDecimal quantity = quantities.getOrDefault(meter, BigDecimal.ZERO);
    parts.add(new Charge.Part(meter, quantity, "f", price, price, price, null));
  }

  private static CostAnomaly first(World later, boolean perRequest) {
    List<CostAnomaly> all =
        find(later).stream()
            .filter(one -> one.dimension() == null && one.perRequest() == perRequest)
            .toList();
    assertFalse(all.isEmpty());
    CostAnomaly first = all.get(0);
    assertEquals(1_759_276_800_000L + FROM * HOUR, first.fromMs());
    BigDecimal sum = first.drivers().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(0, sum.compareTo(first.cost().subtract(first.expected())));
    return first;
  }

  @Test
  void theDriverOfEachChangeIsNamed() {
    assertEquals(
        Driver.VOLUME, first(new World(500, "m", 500, 1000, 100, "0.000010"), false).driver());
    assertEquals(
        Driver.PRICE, first(new World(50, "m", 500, 1000, 100, "0.000100"), true).driver());
    assertEquals(
        Driver.OUTPUT_LENGTH,
        first(new World(50, "m", 500, 1000, 2000, "0.000010"), true).driver());
    assertEquals(
        Driver.INPUT_LENGTH,
        first(new World(50, "m", 5000, 10_000, 100, "0.000010"), true).driver());
    assertEquals(Driver.CACHE, first(new World(50, "m", 0, 1000, 100, "0.000010"), true).driver());
  }

  @Test
  void aCallThatBecameCheaperAsksForALookAtQualityUnlessItsPriceFell() {
    CostAnomaly shorter = first(new World(50, "m", 500, 1000, 5, "0.000010"), true);
    assertTrue(shorter.cheaper());
    assertTrue(shorter.asksForQuality());
    CostAnomaly price = first(new World(50, "m", 500, 1000, 100, "0.000001"), true);
    assertTrue(price.cheaper());
    assertFalse(price.asksForQuality());
  }

  @Test
  void teamsAreToldApartAndWhatHasOneValueIsNot() {
    List<CostAnomaly> all = find(new World(500, "m", 500, 1000, 100, "0.000010"));
    List<Dimension> seen =
        all.stream().map(CostAnomaly::dimension).filter(one -> one != null).distinct().toList();
    assertEquals(List.of(Dimension.TEAM, Dimension.MODEL), seen);
  }

  @Test
  void usualHoursAreNotTold() {
    assertEquals(List.of(), find(USUAL));
  }
}
