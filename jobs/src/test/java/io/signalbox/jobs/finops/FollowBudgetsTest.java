// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.budgets.Budget;
import io.signalbox.analytics.finops.budgets.BudgetSpend;
import io.signalbox.analytics.finops.budgets.BurnRule;
import io.signalbox.analytics.finops.budgets.Cause;
import io.signalbox.analytics.finops.budgets.SpendKey;
import io.signalbox.schemas.finops.BudgetAlert;
import io.signalbox.schemas.finops.BudgetState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowBudgetsTest {
  private static final int GROUPS = 16;
  private static final long START = UsageWorld.START;
  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;
  private static final Duration RETENTION = Duration.ofDays(7);
  private static final List<Budget> BUDGETS =
      List.of(
          budget("day", CalendarWindow.DAY, "60"),
          budget("week", CalendarWindow.WEEK, "200"),
          budget("month", CalendarWindow.MONTH, "150"));

  private final List<String> told = new ArrayList<>();

  private static Budget budget(String name, CalendarWindow window, String amount) {
    return new Budget(
        name,
        Map.of(),
        window,
        new BigDecimal(amount),
        Budget.USUAL_THRESHOLDS,
        List.of(new BurnRule(new BigDecimal("1.5"), HOUR, HOUR / 6)),
        List.of());
  }

  /** Uses of three days, of which some come late and some are revised. */
  private static List<BudgetSpend> spends() {
    Random random = new Random(6);
    List<BudgetSpend> all = new ArrayList<>();
    for (int id = 0; id < 300; id++) {
      long at = START + (long) (random.nextDouble() * random.nextDouble() * 3 * DAY);
      long told = at + (random.nextInt(6) == 0 ? random.nextInt((int) DAY) : 0);
      BigDecimal cost = BigDecimal.valueOf(random.nextInt(2000), 3);
      for (Budget budget : BUDGETS) {
        spend(all, budget, told, new SpendKey(at, "r" + id), cost, Cause.USE);
        if (id % 9 == 0) {
          spend(all, budget, told + HOUR, new SpendKey(at, "r" + id), cost, Cause.USE);
          SpendKey key = new SpendKey(at, "r" + id);
          spend(all, budget, told + HOUR, key, cost.negate(), Cause.REVISION);
        }
        if (id % 11 == 0) {
          spend(all, budget, told + 2 * HOUR, new SpendKey(at, "r" + id), cost, Cause.PRICE);
        }
      }
    }
    all.sort(Comparator.comparingLong(BudgetSpend::toldMs));
    return all;
  }

  private static void spend(
      List<BudgetSpend> all,
      Budget budget,
      long toldMs,
      SpendKey key,
      BigDecimal cost,
      Cause cause) {
    boolean price = cause == Cause.PRICE;
    all.add(
        new BudgetSpend(
            budget.name(),
            toldMs,
            key,
            price ? BigDecimal.ZERO : cost,
            price ? cost : BigDecimal.ZERO,
            cause,
            false));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, BudgetSpend, BudgetAlert> harness(
      List<Budget> budgets, int parallelism, int index, boolean rocksDb) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new FollowBudgets(budgets, RETENTION.toMillis()),
            BudgetSpend::budget,
            Types.STRING,
            GROUPS,
            parallelism,
            index);
    harness.setStateBackend(
        rocksDb ? new EmbeddedRocksDBStateBackend() : new HashMapStateBackend());
    return harness;
  }

  private void take(
      KeyedOneInputStreamOperatorTestHarness<String, BudgetSpend, BudgetAlert> harness) {
    Map<String, Instant> last = new HashMap<>();
    for (BudgetAlert alert : harness.extractOutputValues()) {
      Instant before = last.put(alert.budget(), alert.toldAt());
      assertTrue(before == null || !alert.toldAt().isBefore(before), "in the order of event time");
      told.add(alert.toString());
    }
    Queue<StreamRecord<BudgetState>> states = harness.getSideOutput(FollowBudgets.STATES);
    if (states != null) {
      states.forEach(state -> told.add(state.getValue().toString()));
    }
  }

  private static void process(
      KeyedOneInputStreamOperatorTestHarness<String, BudgetSpend, BudgetAlert> harness,
      BudgetSpend one)
      throws Exception {
    harness.processElement(new StreamRecord<>(one, one.toldMs()));
  }

  private List<String> atOnce() throws Exception {
    try (var harness = harness(BUDGETS, 1, 0, false)) {
      harness.open();
      for (BudgetSpend one : spends()) {
        process(harness, one);
      }
      harness.processWatermark(new Watermark(START + 5 * DAY));
      take(harness);
    }
    Collections.sort(told);
    List<String> all = List.copyOf(told);
    told.clear();
    return all;
  }

  @Test
  void restoredAtOtherParallelismsInAnyAdmissibleOrderItTellsTheSame() throws Exception {
    List<String> expected = atOnce();
    List<BudgetSpend> spends = spends();
    OperatorSubtaskState state = null;
    int before = 1;
    int from = 0;
    Random random = new Random(1);
    for (int parallelism : new int[] {1, 3, 2, 4}) {
      int end = Math.min(spends.size(), from + spends.size() / 3);
      boolean last = end == spends.size();
      long watermark = last ? START + 5 * DAY : spends.get(end).toldMs() - 2 * HOUR;
      List<BudgetSpend> some = new ArrayList<>(spends.subList(from, end));
      Collections.shuffle(some, random);
      some.sort(Comparator.comparingLong(one -> Math.floorDiv(one.toldMs(), 2 * HOUR)));
      state = step(state, before, parallelism, some, watermark);
      before = parallelism;
      from = end;
    }
    assertEquals(spends.size(), from);
    Collections.sort(told);
    assertEquals(expected, told);
    for (String kind : List.of("crossed", "moved", "burning", "calm")) {
      assertTrue(told.stream().anyMatch(one -> one.contains("kind=" + kind)), kind);
    }
  }

  private OperatorSubtaskState step(
      @Nullable OperatorSubtaskState state,
      int before,
      int parallelism,
      List<BudgetSpend> some,
      long watermark)
      throws Exception {
    List<OperatorSubtaskState> parts = new ArrayList<>();
    for (int index = 0; index < parallelism; index++) {
      try (var harness = harness(BUDGETS, parallelism, index, true)) {
        harness.setup();
        if (state != null) {
          harness.initializeState(
              AbstractStreamOperatorTestHarness.repartitionOperatorState(
                  state, GROUPS, before, parallelism, index));
        }
        harness.open();
        for (BudgetSpend one : some) {
          if (index
              == KeyGroupRangeAssignment.assignKeyToParallelOperator(
                  one.budget(), GROUPS, parallelism)) {
            process(harness, one);
          }
        }
        harness.processWatermark(new Watermark(watermark));
        harness.prepareSnapshotPreBarrier(1);
        parts.add(harness.snapshot(1, 1));
        take(harness);
      }
    }
    return AbstractStreamOperatorTestHarness.repackageState(
        parts.toArray(new OperatorSubtaskState[0]));
  }

  @Test
  void spendsBehindTheWatermarkCount() throws Exception {
    List<BudgetState> straight = new ArrayList<>();
    List<BudgetState> behind = new ArrayList<>();
    try (var harness = harness(BUDGETS, 1, 0, false);
        var late = harness(BUDGETS, 1, 0, false)) {
      harness.open();
      late.open();
      List<BudgetSpend> spends = spends();
      for (int place = 0; place < spends.size(); place++) {
        process(harness, spends.get(place));
        process(late, spends.get(place));
        if (place == spends.size() / 3) {
          late.processWatermark(new Watermark(START + 4 * DAY));
        }
      }
      harness.processWatermark(new Watermark(START + 5 * DAY));
      late.processWatermark(new Watermark(START + 5 * DAY));
      harness.getSideOutput(FollowBudgets.STATES).forEach(state -> straight.add(state.getValue()));
      late.getSideOutput(FollowBudgets.STATES).forEach(state -> behind.add(state.getValue()));
    }
    assertEquals(spent(straight), spent(behind));
  }

  /** What is spent of each period in the end. */
  private static Map<String, String> spent(List<BudgetState> states) {
    Map<String, String> spent = new TreeMap<>();
    states.forEach(one -> spent.put(one.budget() + " " + one.startAt(), one.spent()));
    return spent;
  }

  @Test
  void childrenAndWhatNoneOfThemHasSumToTheirParent() throws Exception {
    AssignSpends assign = new AssignSpends(BudgetWorld.BUDGETS);
    List<BudgetSpend> spends = new ArrayList<>();
    for (Charge charge : new UsageWorld(400, 2).expected().charges()) {
      assign.flatMap(Posting.of(charge), new ListCollector<>(spends));
    }
    List<BudgetState> states = new ArrayList<>();
    try (var harness = harness(BudgetWorld.BUDGETS, 1, 0, false)) {
      harness.open();
      for (BudgetSpend one : spends) {
        process(harness, one);
      }
      harness.processWatermark(new Watermark(START + 5 * DAY));
      harness.getSideOutput(FollowBudgets.STATES).forEach(state -> states.add(state.getValue()));
    }
    BudgetWorld.expectChildrenToSumToTheirParent(states);
  }

  @Test
  void aPeriodIsForgottenWhenNothingOfItCanChange() throws Exception {
    try (var harness = harness(BUDGETS, 1, 0, false)) {
      harness.open();
      for (BudgetSpend one : spends()) {
        process(harness, one);
      }
      harness.processWatermark(new Watermark(START + 5 * DAY));
      assertTrue(harness.numKeyedStateEntries() > 0);
      harness.processWatermark(new Watermark(START + 45 * DAY));
      assertEquals(0, harness.numKeyedStateEntries());
      assertEquals(0, harness.numEventTimeTimers());
      int before = harness.extractOutputValues().size();
      process(harness, spends().get(0)); // too late to be told by anybody
      harness.processWatermark(new Watermark(START + 46 * DAY));
      assertEquals(before, harness.extractOutputValues().size());
    }
  }

  @Test
  void aBudgetThatIsTakenOutOfTheFileIsForgotten() throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness(BUDGETS, 1, 0, false)) {
      harness.open();
      for (BudgetSpend one : spends()) {
        process(harness, one);
      }
      harness.processWatermark(new Watermark(START + DAY));
      harness.prepareSnapshotPreBarrier(1);
      state = harness.snapshot(1, 1);
    }
    try (var harness = harness(BUDGETS.subList(0, 1), 1, 0, false)) {
      harness.setup();
      harness.initializeState(state);
      harness.open();
      harness.processWatermark(new Watermark(START + 45 * DAY));
      assertTrue(
          harness.extractOutputValues().stream().allMatch(one -> one.budget().equals("day")));
      assertEquals(0, harness.numKeyedStateEntries());
    }
  }
}
