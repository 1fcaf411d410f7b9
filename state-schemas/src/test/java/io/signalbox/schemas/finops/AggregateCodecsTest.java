// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.OutcomeCounts;
import io.signalbox.analytics.finops.Owner;
import io.signalbox.analytics.finops.aggregates.Aggregate;
import io.signalbox.analytics.finops.aggregates.FlowKey;
import io.signalbox.analytics.finops.aggregates.ShowbackMonth;
import io.signalbox.schemas.signals.Golden;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class AggregateCodecsTest {
  private static final long START = 1_759_276_800_000L; // 2025-10-01
  private static final Aggregate KEY =
      new Aggregate(CalendarWindow.DAY, START, Dimension.TENANT, "acme\né=");

  private static CostSum sum() {
    return new CostSum(
            new BigDecimal("1.500000000000000000000001"),
            new BigDecimal("-0.25"),
            new BigDecimal("0.750"),
            3,
            2,
            Map.of(
                Meter.CACHE_READ, BigDecimal.valueOf(40),
                Meter.UNCACHED_IN, BigDecimal.valueOf(20),
                Meter.COMPUTE_SECONDS, new BigDecimal("7.50")))
        .with(outcomes());
  }

  private static SortedMap<String, Long> outcomes() {
    return OutcomeCounts.sum(OutcomeCounts.of("order", 3), OutcomeCounts.of("é.ticket", 2));
  }

  private static CostSum small() {
    return new CostSum(
            BigDecimal.ONE,
            BigDecimal.TEN,
            new BigDecimal("0.5"),
            1,
            1,
            Map.of(Meter.OUT_TEXT, BigDecimal.valueOf(2)))
        .with(outcomes());
  }

  @Test
  void theBytesOfWhatIsAddedStayAsTheyWere() throws IOException {
    Owner owner = new Owner("t", null, "search", null, "eu", "secret");
    HourCost hour = new HourCost(5, new FlowKey(START, owner, "p", "m", true), small());
    byte[] first = Golden.expect("hour-cost-v2", HourCostSerializer.INSTANCE.write(hour));
    HourCost read = HourCostSerializer.INSTANCE.read(first);
    assertEquals(hour.key(), read.key());
    assertArrayEquals(first, HourCostSerializer.INSTANCE.write(read));
    AggregateCost part = new AggregateCost(60_000, KEY, small());
    byte[] second =
        Golden.expect("aggregate-cost-v2", AggregateCostSerializer.INSTANCE.write(part));
    AggregateCost again = AggregateCostSerializer.INSTANCE.read(second);
    assertEquals(KEY, again.key());
    assertArrayEquals(second, AggregateCostSerializer.INSTANCE.write(again));
  }

  @Test
  void theBytesOfSumsStayAsTheyWere() throws IOException {
    RunningAggregate running = RunningAggregate.of(KEY.text(), null);
    running.add(small());
    CostAggregate told = running.tell(9);
    byte[] bytes = Golden.expect("running-aggregate-v2", running.toBytes());
    CostAggregate next = RunningAggregate.of(KEY.text(), bytes).tell(9);
    assertEquals(told.revision() + 1, next.revision());
    assertEquals(told.asCorrected(), next.asCorrected());
    assertEquals("0.5", next.inDoubt());
    assertEquals(told.outcomes(), next.outcomes());
    assertEquals(told.outputTokens(), next.outputTokens());
    ShowbackMonth month = new ShowbackMonth(START);
    assertEquals(1, month.add(Map.of("acme", small())).size());
    byte[] kept = Golden.expect("showback-month-v1", ShowbackMonthCodec.write(month));
    ShowbackMonth same = ShowbackMonthCodec.read(START, kept);
    assertEquals(month.tenants(), same.tenants());
    assertEquals(1, same.revision());
  }

  @Test
  void aRecordSaysToTheLastDigitWhatWasSummed() {
    CostAggregate told = CostAggregate.of(KEY, sum(), 4, START);
    assertEquals("day", told.window());
    assertEquals("tenant", told.dimension());
    assertEquals("acme\né=", told.value());
    assertEquals("1.250000000000000000000001", told.asCorrected());
    assertEquals("0.75", told.inDoubt());
    assertEquals(60, told.inputTokens());
    assertEquals(40, told.cachedTokens());
    assertEquals("7.5", told.computeSeconds());
    assertEquals("0.625", told.costPerRequest());
    assertEquals("0.666667", told.cachedShare());
    assertEquals(
        List.of(
            new OutcomeCost("order", 3, "0.416666666667"), new OutcomeCost("é.ticket", 2, "0.625")),
        told.outcomes());
  }

  @Test
  void whatWasWrittenBeforeDoubtsWereSummedIsRead() throws IOException {
    HourCost hour = HourCostSerializer.INSTANCE.read(Golden.read("hour-cost-v1"));
    AggregateCost part = AggregateCostSerializer.INSTANCE.read(Golden.read("aggregate-cost-v1"));
    for (CostSum sum : List.of(hour.sum(), part.sum())) {
      assertEquals(BigDecimal.valueOf(11), sum.asCorrected());
      assertEquals(BigDecimal.valueOf(2), sum.quantity(Meter.OUT_TEXT));
      assertEquals(0, sum.inDoubt().signum());
    }
    RunningAggregate running = RunningAggregate.of(KEY.text(), Golden.read("running-aggregate-v1"));
    running.add(small());
    CostAggregate told = running.tell(9);
    assertEquals("22", told.asCorrected());
    assertEquals("0.5", told.inDoubt());
    assertEquals(2, told.charges());
    assertEquals(2, told.revision());
  }

  @Test
  void anotherVersionIsRefused() {
    byte[] later = {9};
    assertThrows(IllegalArgumentException.class, () -> HourCostSerializer.INSTANCE.read(later));
    assertThrows(
        IllegalArgumentException.class, () -> AggregateCostSerializer.INSTANCE.read(later));
    assertThrows(IllegalArgumentException.class, () -> RunningAggregate.of(KEY.text(), later));
    assertThrows(IllegalArgumentException.class, () -> ShowbackMonthCodec.read(START, later));
  }
}
