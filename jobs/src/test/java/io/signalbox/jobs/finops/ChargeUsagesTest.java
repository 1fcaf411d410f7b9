// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.CostView;
import io.signalbox.analytics.finops.ExchangeRates;
import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.PriceEvent;
import io.signalbox.analytics.finops.PriceTelling;
import io.signalbox.analytics.finops.Totals;
import io.signalbox.schemas.finops.CatalogueCodec;
import io.signalbox.schemas.finops.ChargeRow;
import io.signalbox.schemas.finops.CorrectionStyle;
import io.signalbox.schemas.finops.CostDelta;
import io.signalbox.schemas.finops.FocusRows;
import io.signalbox.schemas.finops.NetRows;
import io.signalbox.schemas.finops.RefusedUsage;
import io.signalbox.schemas.finops.TotalsJson;
import io.signalbox.schemas.finops.UsageBatch;
import io.signalbox.schemas.finops.UsageLines;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class ChargeUsagesTest {
  private static final int GROUPS = 16;
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long END = UsageWorld.START + 30 * DAY;

  private final NetRows net = new NetRows();
  private final NetRows deltas = new NetRows();
  private final Totals totals = new Totals();
  private final List<String> refused = new ArrayList<>();
  private int postings;

  private static KeyedTwoInputStreamOperatorTestHarness<String, UsageBatch, PriceTelling, Posting>
      harness(int parallelism, int index, boolean rocksDb, Duration retention) throws Exception {
    var harness =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new ChargeUsages(CatalogueCodec.write(UsageWorld.CATALOGUE), retention.toMillis()),
            UsageBatch::key,
            null,
            Types.STRING,
            GROUPS,
            parallelism,
            index);
    harness.setStateBackend(
        rocksDb ? new EmbeddedRocksDBStateBackend() : new HashMapStateBackend());
    return harness;
  }

  private static List<UsageBatch> batches(List<String> lines) {
    UsageLines reader = new UsageLines(new ExchangeRates());
    List<UsageBatch> all = new ArrayList<>();
    for (String line : lines) {
      all.add(reader.read("test", all.size(), line.getBytes(UTF_8), Long.MAX_VALUE));
    }
    return all;
  }

  private void take(
      KeyedTwoInputStreamOperatorTestHarness<String, UsageBatch, PriceTelling, Posting> harness) {
    FocusRows rows = UsageWorld.rows(CorrectionStyle.LEDGER);
    FocusRows differences = UsageWorld.rows(CorrectionStyle.DELTA);
    for (Posting posting : harness.extractOutputValues()) {
      postings++;
      String id = posting.charge().usage().id();
      rows.tell(posting, row -> net.add(ChargeRow.of(id, posting.toldMs(), row)));
      differences.tell(posting, row -> deltas.add(ChargeRow.of(id, posting.toldMs(), row)));
    }
    Queue<StreamRecord<CostDelta>> deltas = harness.getSideOutput(ChargedSums.COSTS);
    if (deltas != null) {
      deltas.forEach(record -> add(record.getValue()));
    }
    Queue<StreamRecord<RefusedUsage>> letters = harness.getSideOutput(ChargeUsages.REFUSED);
    if (letters != null) {
      letters.forEach(record -> refused.add(record.getValue().reason()));
    }
  }

  private void add(CostDelta delta) {
    if (delta.key().view() == CostView.MODEL) {
      LocalDate day = LocalDate.ofEpochDay(delta.key().epochDay());
      totals.add(new Totals.Key(delta.key().tenant(), delta.key().value(), day), delta.sum());
    }
  }

  private static Map<String, String> texts(Totals totals) {
    Map<String, String> texts = new TreeMap<>();
    totals
        .sums()
        .forEach(
            (key, sum) -> {
              if (sum.charges() != 0) {
                texts.put(key.toString(), text(sum));
              }
            });
    return texts;
  }

  private static String text(CostSum sum) {
    return TotalsJson.money(sum.asKnown()) + " " + TotalsJson.money(sum.asCorrected());
  }

  @Test
  void aPriceThatComesAfterTheLastUsageCountsFromWhenItWasKnown() throws Exception {
    UsageWorld world = new UsageWorld(300, 3);
    try (var harness = harness(1, 0, false, Duration.ofDays(100))) {
      harness.open();
      for (UsageBatch batch : batches(world.lines())) {
        harness.processElement1(new StreamRecord<>(batch, batch.latestMs()));
      }
      harness.processBothWatermarks(Watermark.MAX_WATERMARK);
      int before = harness.extractOutputValues().size();
      for (PriceTelling telling : world.tellings()) {
        harness.processElement2(new StreamRecord<>(telling, telling.event().knownMs()));
      }
      List<Posting> all = harness.extractOutputValues();
      assertTrue(all.size() > before, "no price changed a charge");
      for (Posting posting : all.subList(before, all.size())) {
        assertTrue(posting.toldMs() >= UsageWorld.START, posting::toString);
      }
    }
  }

  @Test
  void restoredAtOtherParallelismsItComesToTheSame() throws Exception {
    UsageWorld world = new UsageWorld(900, 3);
    List<UsageBatch> batches = batches(world.shuffled(8));
    List<PriceTelling> tellings = world.tellings();
    OperatorSubtaskState state = null;
    int before = 1;
    for (int step = 0; step < 3; step++) {
      int parallelism = new int[] {1, 3, 2}[step];
      List<UsageBatch> some = third(batches, step);
      List<PriceTelling> told = third(tellings, 2 - step); // the latest first
      List<OperatorSubtaskState> parts = new ArrayList<>();
      for (int index = 0; index < parallelism; index++) {
        try (var harness = harness(parallelism, index, true, Duration.ofDays(100))) {
          harness.setup();
          if (state != null) {
            harness.initializeState(
                AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    state, GROUPS, before, parallelism, index));
          }
          harness.open();
          for (UsageBatch batch : some) {
            if (index
                == KeyGroupRangeAssignment.assignKeyToParallelOperator(
                    batch.key(), GROUPS, parallelism)) {
              harness.processElement1(new StreamRecord<>(batch, batch.tickMs()));
            }
          }
          pass(harness, step == 2 ? END : Long.MIN_VALUE);
          for (PriceTelling one : told) {
            harness.processElement2(new StreamRecord<>(one));
          }
          harness.prepareSnapshotPreBarrier(1);
          parts.add(harness.snapshot(1, 1));
          take(harness);
        }
      }
      state =
          AbstractStreamOperatorTestHarness.repackageState(
              parts.toArray(new OperatorSubtaskState[0]));
      before = parallelism;
    }
    UsageWorld.Expected expected = world.expected();
    assertEquals(expected.net(), net.lines());
    assertEquals(expected.deltas(), deltas.lines());
    assertEquals(texts(expected.totals()), texts(totals));
  }

  private static <T> List<T> third(List<T> all, int step) {
    return all.subList(all.size() * step / 3, all.size() * (step + 1) / 3);
  }

  private static void pass(
      KeyedTwoInputStreamOperatorTestHarness<?, ?, ?, ?> harness, long watermark) throws Exception {
    if (watermark != Long.MIN_VALUE) {
      harness.processWatermark1(new Watermark(watermark));
      harness.processWatermark2(new Watermark(watermark));
    }
  }

  @Test
  void usagesBehindTheWatermarkAreChargedAsWell() throws Exception {
    UsageWorld world = new UsageWorld(300, 6);
    List<UsageBatch> batches = batches(world.shuffled(2));
    try (var harness = harness(1, 0, false, Duration.ofDays(100))) {
      harness.open();
      for (int third = 0; third < 3; third++) { // a source was silent, and the others went on
        for (UsageBatch batch : third(batches, third)) {
          harness.processElement1(new StreamRecord<>(batch, batch.tickMs()));
        }
        pass(harness, END + third * DAY);
      }
      for (PriceTelling telling : world.tellings()) {
        harness.processElement2(new StreamRecord<>(telling, telling.event().knownMs()));
      }
      take(harness);
    }
    UsageWorld.Expected expected = world.expected();
    assertEquals(expected.net(), net.lines());
    assertEquals(expected.deltas(), deltas.lines());
    assertEquals(texts(expected.totals()), texts(totals));
  }

  @Test
  void whatIsOlderThanTheRetentionIsForgottenAndRefused() throws Exception {
    List<UsageBatch> batches = batches(new UsageWorld(40, 4).lines());
    try (var harness = harness(1, 0, false, Duration.ofDays(7))) {
      harness.open();
      for (UsageBatch batch : batches) {
        harness.processElement1(new StreamRecord<>(batch, batch.tickMs()));
      }
      pass(harness, UsageWorld.START + 5 * DAY);
      take(harness);
      assertTrue(harness.numKeyedStateEntries() > 0);
      int before = postings;
      pass(harness, END);
      assertEquals(0, harness.numKeyedStateEntries());
      assertEquals(0, harness.numEventTimeTimers());

      UsageBatch late = batches.get(0);
      UsageBatch now = new UsageBatch(late.shard(), END + 1000, late.latestMs(), 1, late.bytes());
      harness.processElement1(new StreamRecord<>(now, now.tickMs()));
      pass(harness, END + 5000);
      take(harness);
      assertEquals("older than the retention of charges", refused.get(refused.size() - 1));
      assertEquals(2 * before, postings); // all that was told is taken again, nothing is added
    }
  }

  @Test
  void aPriceThatIsToldAgainChangesNothing() throws Exception {
    try (var harness = harness(1, 0, false, Duration.ofDays(100))) {
      harness.open();
      for (UsageBatch batch : batches(new UsageWorld(40, 5).lines())) {
        harness.processElement1(new StreamRecord<>(batch, batch.tickMs()));
      }
      pass(harness, END);
      PriceTelling told =
          new PriceTelling(
              0,
              new PriceEvent(
                  UsageWorld.START,
                  "gpt",
                  "output_cost_per_token",
                  null,
                  new BigDecimal("0.000011"),
                  null));
      harness.processElement2(new StreamRecord<>(told));
      int once = harness.extractOutputValues().size();
      harness.processElement2(new StreamRecord<>(told));
      assertEquals(once, harness.extractOutputValues().size());
      take(harness);
      assertTrue(postings == once && once > 60, "postings " + once);
    }
  }
}
