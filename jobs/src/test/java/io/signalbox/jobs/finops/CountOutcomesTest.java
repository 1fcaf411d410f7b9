// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.OutcomeCounts;
import io.signalbox.analytics.finops.aggregates.FlowKey;
import io.signalbox.analytics.finops.outcomes.Outcome;
import io.signalbox.schemas.finops.HourCost;
import io.signalbox.schemas.finops.HourCostSerializer;
import io.signalbox.schemas.finops.RefusedUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class CountOutcomesTest {
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final Map<FlowKey, CostSum> sums = new HashMap<>();

  private void add(HourCost part) {
    sums.computeIfAbsent(part.key(), none -> new CostSum()).add(part.sum());
  }

  private Map<FlowKey, SortedMap<String, Long>> counted() {
    Map<FlowKey, SortedMap<String, Long>> counted = new HashMap<>();
    sums.forEach(
        (key, sum) -> {
          if (sum.isThere()) {
            counted.put(key, sum.outcomes());
          }
        });
    return counted;
  }

  private static Map<FlowKey, SortedMap<String, Long>> expected(Collection<Outcome> latest) {
    Map<FlowKey, SortedMap<String, Long>> expected = new HashMap<>();
    for (Outcome one : latest) {
      SortedMap<String, Long> count = OutcomeCounts.of(one.name(), one.count());
      expected.merge(FlowKey.of(one), count, OutcomeCounts::sum);
    }
    expected.values().removeIf(Map::isEmpty);
    return expected;
  }

  @Test
  void restoredAtOtherParallelismsInAnyOrderItComesToTheSameCounts() throws Exception {
    List<Outcome> all = OutcomeWorld.read(OutcomeWorld.lines(300, 5));
    Map<FlowKey, SortedMap<String, Long>> expected = expected(OutcomeWorld.latest(all));
    assertTrue(expected.size() > 100);
    for (int seed = 0; seed < 4; seed++) {
      sums.clear();
      Random random = new Random(seed);
      Collections.shuffle(all, random);
      Rescaled<Outcome, HourCost> count =
          Rescaled.keyed(
              () -> new KeyedProcessOperator<>(new CountOutcomes(100 * DAY)),
              HourCostSerializer.INSTANCE,
              Outcome::key,
              Outcome::atMs,
              seed % 2 == 1);
      int step = 1 + all.size() / 4;
      for (int from = 0; from < all.size(); from += step) {
        List<Outcome> some = all.subList(from, Math.min(all.size(), from + step));
        long watermark = UsageWorld.START + (from + 1L) * DAY / 50; // most come behind it
        count.step(1 + random.nextInt(4), some, watermark).forEach(this::add);
      }
      assertEquals(expected, counted(), "seed " + seed);
    }
  }

  @Test
  void whatIsOlderThanTheRetentionIsForgottenAndRefused() throws Exception {
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new CountOutcomes(7 * DAY)), Outcome::key, Types.STRING)) {
      harness.setup(HourCostSerializer.INSTANCE);
      harness.open();
      List<Outcome> all = OutcomeWorld.read(OutcomeWorld.lines(50, 6));
      for (Outcome one : all) {
        harness.processElement(new StreamRecord<>(one, one.atMs()));
      }
      assertTrue(harness.numKeyedStateEntries() > 0);
      harness.processWatermark(new Watermark(UsageWorld.START + 20 * DAY));
      assertEquals(0, harness.numKeyedStateEntries());
      assertEquals(0, harness.numEventTimeTimers());
      int before = harness.extractOutputValues().size();
      harness.processElement(new StreamRecord<>(all.get(0), all.get(0).atMs()));
      assertEquals(before, harness.extractOutputValues().size());
      assertEquals("older than the retention of outcomes", lastRefused(harness).reason());
    }
  }

  @Test
  void whatWasRevisedToAnEarlierTimeIsNotCountedAgain() throws Exception {
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new CountOutcomes(7 * DAY)), Outcome::key, Types.STRING)) {
      harness.setup(HourCostSerializer.INSTANCE);
      harness.open();
      String line =
          "{\"timestamp\":\"2025-10-0%dT00:00:00Z\",\"id\":\"a\",\"outcome\":\"b\",\"revision\":%d}";
      List<Outcome> all = OutcomeWorld.read(List.of(line.formatted(4, 1), line.formatted(1, 2)));
      for (Outcome one : all) {
        harness.processElement(new StreamRecord<>(one, one.atMs()));
      }
      harness.processWatermark(new Watermark(UsageWorld.START + 8 * DAY));
      harness.processElement(new StreamRecord<>(all.get(0), all.get(0).atMs()));
      harness.extractOutputValues().forEach(this::add);
      assertEquals(expected(OutcomeWorld.latest(all)), counted());
      harness.processWatermark(new Watermark(UsageWorld.START + 10 * DAY));
      assertEquals(0, harness.numKeyedStateEntries());
    }
  }

  @Test
  void ofTwoThatContradictEachOtherOneIsRefused() throws Exception {
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new CountOutcomes(7 * DAY)), Outcome::key, Types.STRING)) {
      harness.setup(HourCostSerializer.INSTANCE);
      harness.open();
      String line = "{\"timestamp\":\"2025-10-01T00:00:00Z\",\"id\":\"a\",\"outcome\":\"b\"%s}";
      for (Outcome one :
          OutcomeWorld.read(
              List.of(line.formatted(""), line.formatted(",\"count\":2"), line.formatted("")))) {
        harness.processElement(new StreamRecord<>(one, one.atMs()));
      }
      harness.extractOutputValues().forEach(this::add);
      assertEquals(List.of(Map.of("b", 2L)), new ArrayList<>(counted().values()));
      RefusedUsage refused = lastRefused(harness);
      assertEquals("contradicts another outcome of revision 1", refused.reason());
      assertTrue(refused.quarantined());
      assertEquals("a", refused.id());
      assertEquals(2, refused.line());
    }
  }

  private static RefusedUsage lastRefused(
      KeyedOneInputStreamOperatorTestHarness<String, Outcome, HourCost> harness) {
    List<RefusedUsage> all = new ArrayList<>();
    harness.getSideOutput(CountOutcomes.REFUSED).forEach(one -> all.add(one.getValue()));
    return all.get(all.size() - 1);
  }
}
