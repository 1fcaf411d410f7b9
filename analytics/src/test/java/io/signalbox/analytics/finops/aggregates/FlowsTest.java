// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.aggregates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.Owner;
import io.signalbox.analytics.finops.ServiceTier;
import io.signalbox.analytics.finops.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlowsTest {
  private static final long START = Instant.parse("2025-09-29T00:00:00Z").toEpochMilli();
  private static final long HOUR = 3_600_000L;

  @Property(tries = 60)
  void childrenSumToTheirParentsInAnyOrder(@ForAll long seed) {
    Random random = new Random(seed);
    List<Charge> charges = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      charges.add(charge(random, i));
    }
    SortedMap<Aggregate, Flow> sums = sums(charges);
    Map<String, BigDecimal> byDimension = new TreeMap<>();
    Map<String, BigDecimal> whole = new TreeMap<>();
    sums.forEach(
        (key, flow) -> {
          String period = key.window() + " " + key.startMs();
          if (key.dimension() == null) {
            whole.put(period, flow.asCorrected());
          } else {
            byDimension.merge(period + key.dimension(), flow.asCorrected(), BigDecimal::add);
          }
        });
    assertEquals(Dimension.values().length * whole.size(), byDimension.size());
    byDimension.forEach(
        (key, sum) ->
            whole.forEach(
                (period, all) ->
                    assertTrue(!key.startsWith(period) || all.compareTo(sum) == 0, key)));
    for (CalendarWindow window : List.of(CalendarWindow.DAY, CalendarWindow.MONTH)) {
      assertEquals(0, total(sums, CalendarWindow.HOUR).compareTo(total(sums, window)));
    }
    assertEquals(
        0,
        Showback.of(sums).stream()
            .map(Showback::showback)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .compareTo(total(sums, CalendarWindow.MONTH)));
    Collections.shuffle(charges, random);
    assertEquals(text(sums), text(sums(charges)));
  }

  @Test
  void whoIsNotNamedIsUnallocatedAndAMachineThatNobodyUsedIsIdle() {
    List<Charge> charges =
        List.of(
            charge("a", 1, false, "6"),
            charge("b", 2, false, "3"),
            charge(null, 3, false, "1.000000000000000000000001"),
            charge(null, 4, true, "9"),
            charge("__idle__", 5, true, "1"));
    SortedMap<Aggregate, Flow> sums = sums(charges);
    List<String> tenants = new ArrayList<>();
    sums.forEach(
        (key, flow) -> {
          if (key.dimension() == Dimension.TENANT && key.window() == CalendarWindow.MONTH) {
            tenants.add(key.value() + " " + flow.asCorrected());
          }
        });
    assertEquals(
        List.of("IDLE 10", "UNALLOCATED 1.000000000000000000000001", "a 6", "b 3"), tenants);
    List<Showback> rows = Showback.of(sums);
    assertEquals(0, rows.get(0).showback().signum());
    assertEquals(0, rows.get(1).showback().signum());
    assertEquals(
        new BigDecimal("13.333333333333333333333335"), rows.get(2).showback().stripTrailingZeros());
    assertEquals(
        new BigDecimal("6.666666666666666666666666"), rows.get(3).showback().stripTrailingZeros());
    assertEquals(new BigDecimal("10"), rows.get(0).chargeback());
  }

  @Test
  void withNobodyToShareWithItStaysWhereItIs() {
    List<Showback> rows = Showback.of(sums(List.of(charge(null, 1, false, "5"))));
    assertEquals(1, rows.size());
    assertEquals(new BigDecimal("5"), rows.get(0).showback());
  }

  @Test
  void aShareAndACostOfNothingAreNotTold() {
    Flow none = new Flow();
    assertEquals(null, none.costPerRequest());
    assertEquals(null, none.cachedShare());
    Flow some = new Flow();
    some.add(charge("a", 1, false, "6"));
    assertEquals(new BigDecimal("0.250000"), some.cachedShare());
    assertFalse(some.costs().isEmpty());
  }

  private static SortedMap<Aggregate, Flow> sums(List<Charge> charges) {
    Flows flows = new Flows();
    charges.forEach(flows::add);
    return flows.aggregates();
  }

  private static BigDecimal total(SortedMap<Aggregate, Flow> sums, CalendarWindow window) {
    return sums.entrySet().stream()
        .filter(one -> one.getKey().window() == window && one.getKey().dimension() == null)
        .map(one -> one.getValue().asCorrected())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<String> text(SortedMap<Aggregate, Flow> sums) {
    List<String> lines = new ArrayList<>();
    sums.forEach(
        (key, flow) ->
            lines.add(
                key
                    + " "
                    + flow.asKnown().stripTrailingZeros()
                    + " "
                    + flow.asCorrected().stripTrailingZeros()
                    + " "
                    + flow.requests()
                    + " "
                    + flow.inputTokens()
                    + " "
                    + flow.outputTokens()));
    return lines;
  }

  private static Charge charge(Random random, int id) {
    String tenant = random.nextInt(4) == 0 ? null : "t" + random.nextInt(3);
    boolean compute = random.nextInt(5) == 0;
    String cost = BigDecimal.valueOf(random.nextInt(1_000_000), 9).toPlainString();
    return charge(tenant, START / HOUR + random.nextInt(24 * 5) + id / 1000, compute, cost);
  }

  /** A charge in an hour since 1970 whose quarter of input was cached. */
  private static Charge charge(@Nullable String tenant, long hour, boolean compute, String cost) {
    BigDecimal price = new BigDecimal(cost);
    Meter meter = compute ? Meter.COMPUTE_SECONDS : Meter.OUT_TEXT;
    Map<Meter, BigDecimal> quantities =
        compute
            ? Map.of(meter, BigDecimal.ONE)
            : Map.of(
                meter,
                BigDecimal.ONE,
                Meter.UNCACHED_IN,
                BigDecimal.valueOf(3),
                Meter.CACHE_READ,
                BigDecimal.ONE);
    Usage usage =
        new Usage(
            1,
            "r",
            1,
            hour * HOUR,
            new Owner(tenant, null, null, null, "eu", null),
            "p",
            "m" + hour % 2,
            ServiceTier.STANDARD,
            4,
            quantities,
            null,
            compute);
    Charge.Part part = new Charge.Part(meter, BigDecimal.ONE, "f", price, price, price, null);
    return new Charge(usage, "p", List.of(part), BigDecimal.ZERO);
  }
}
