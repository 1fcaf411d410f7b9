// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.aggregates.Flow;
import io.signalbox.analytics.finops.aggregates.FlowKey;
import io.signalbox.analytics.finops.anomalies.CostHistory;
import io.signalbox.analytics.finops.anomalies.CostSubject;
import io.signalbox.analytics.finops.anomalies.CostWatch;
import io.signalbox.schemas.finops.CostEpisode;
import io.signalbox.schemas.finops.SubjectCost;
import io.signalbox.schemas.finops.SubjectCostSerializer;
import io.signalbox.schemas.json.RecordJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchCostsTest {
  private static final int GROUPS = 16;
  private static final long START = CostWorld.START;
  private static final long HOUR = CostWorld.HOUR;
  private static final long END = START + CostWorld.HOURS * HOUR;

  /** What two operators tell of some postings, restored at each step at another parallelism. */
  private static final class Run {
    private final boolean rocksDb;
    private final int mostOpen;
    private final List<String> told = new ArrayList<>();
    private @Nullable OperatorSubtaskState gathered;
    private @Nullable OperatorSubtaskState watched;
    private int before = 1;

    Run(boolean rocksDb, int mostOpen) {
      this.rocksDb = rocksDb;
      this.mostOpen = mostOpen;
    }

    void step(int parallelism, List<Posting> some, long watermark) throws Exception {
      List<SubjectCost> sums = gather(parallelism, some, watermark);
      watch(parallelism, sums, watermark);
      before = parallelism;
    }

    private List<SubjectCost> gather(int parallelism, List<Posting> some, long watermark)
        throws Exception {
      List<SubjectCost> sums = new ArrayList<>();
      List<OperatorSubtaskState> parts = new ArrayList<>();
      for (int index = 0; index < parallelism; index++) {
        try (var harness =
            new OneInputStreamOperatorTestHarness<>(
                new GatherCosts(mostOpen), GROUPS, parallelism, index)) {
          harness.setup(SubjectCostSerializer.INSTANCE);
          if (gathered != null) {
            harness.initializeState(
                AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    gathered, GROUPS, before, parallelism, index));
          }
          harness.open();
          for (int i = index; i < some.size(); i += parallelism) {
            harness.processElement(new StreamRecord<>(some.get(i), some.get(i).toldMs()));
          }
          harness.processWatermark(new Watermark(watermark));
          harness.prepareSnapshotPreBarrier(1);
          parts.add(harness.snapshot(1, 1));
          sums.addAll(harness.extractOutputValues());
        }
      }
      gathered = pack(parts);
      return sums;
    }

    private void watch(int parallelism, List<SubjectCost> sums, long watermark) throws Exception {
      List<OperatorSubtaskState> parts = new ArrayList<>();
      for (int index = 0; index < parallelism; index++) {
        try (var harness = watching(parallelism, index)) {
          harness.setup();
          if (watched != null) {
            harness.initializeState(
                AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    watched, GROUPS, before, parallelism, index));
          }
          harness.open();
          for (SubjectCost sum : sums) {
            if (index
                == KeyGroupRangeAssignment.assignKeyToParallelOperator(
                    sum.text(), GROUPS, parallelism)) {
              harness.processElement(new StreamRecord<>(sum, sum.tickMs()));
            }
          }
          harness.processWatermark(new Watermark(watermark));
          harness.prepareSnapshotPreBarrier(1);
          parts.add(harness.snapshot(1, 1));
          harness.extractOutputValues().forEach(one -> told.add(text(one)));
        }
      }
      watched = pack(parts);
    }

    private KeyedOneInputStreamOperatorTestHarness<String, SubjectCost, CostEpisode> watching(
        int parallelism, int index) throws Exception {
      var harness =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new WatchCosts(), SubjectCost::text, Types.STRING, GROUPS, parallelism, index);
      harness.setStateBackend(
          rocksDb ? new EmbeddedRocksDBStateBackend() : new HashMapStateBackend());
      return harness;
    }

    private static OperatorSubtaskState pack(List<OperatorSubtaskState> parts) throws Exception {
      return AbstractStreamOperatorTestHarness.repackageState(
          parts.toArray(new OperatorSubtaskState[0]));
    }

    List<String> told() {
      Collections.sort(told);
      return told;
    }
  }

  private static String text(CostEpisode one) {
    return new String(RecordJson.write(one), UTF_8);
  }

  /** The arithmetic alone, over all hours that are over. */
  private static List<String> expected() {
    SortedMap<CostSubject, SortedMap<Long, SortedMap<String, Flow>>> subjects = new TreeMap<>();
    for (Posting posting : CostWorld.postings()) {
      FlowKey key = FlowKey.of(posting.charge());
      if (posting.known() != 0 && CalendarWindow.HOUR.start(posting.toldMs()) == key.hourMs()) {
        add(subjects, CostSubject.ALL, posting);
        for (Dimension one : List.of(Dimension.TENANT, Dimension.MODEL, Dimension.PROVIDER)) {
          add(subjects, new CostSubject(one, key.value(one)), posting);
        }
      }
    }
    List<String> told = new ArrayList<>();
    CostWatch watch = new CostWatch();
    subjects.forEach(
        (subject, hours) -> {
          CostHistory history = new CostHistory(subject);
          hours.forEach(
              (hour, used) ->
                  watch.take(history, hour, used, one -> told.add(text(CostEpisode.of(one)))));
          watch.advance(history, END, one -> told.add(text(CostEpisode.of(one))));
        });
    Collections.sort(told);
    return told;
  }

  private static void add(
      Map<CostSubject, SortedMap<Long, SortedMap<String, Flow>>> subjects,
      CostSubject subject,
      Posting posting) {
    FlowKey key = FlowKey.of(posting.charge());
    subjects
        .computeIfAbsent(subject, none -> new TreeMap<>())
        .computeIfAbsent(key.hourMs(), none -> new TreeMap<>())
        .computeIfAbsent(key.model(), none -> new Flow())
        .add(posting);
  }

  private static List<Posting> shuffled(List<Posting> some, Random random) {
    List<Posting> all = new ArrayList<>(some);
    Collections.shuffle(all, random);
    return all;
  }

  @Test
  void restoredAtOtherParallelismsInAnyAdmissibleOrderItTellsTheSame() throws Exception {
    List<String> expected = expected();
    for (String status : List.of("open", "updated", "closed")) {
      String said = "\"status\":\"" + status + '"';
      assertTrue(expected.stream().anyMatch(one -> one.contains(said)), status);
    }
    List<Posting> postings = CostWorld.postings();
    for (int seed = 0; seed < 4; seed++) {
      Random random = new Random(seed);
      Run run = new Run(seed % 2 == 1, seed < 2 ? 50_000 : 5);
      int from = 0;
      while (from < postings.size()) {
        int end = Math.min(postings.size(), from + 1 + random.nextInt(postings.size() / 5));
        boolean last = end == postings.size(); // what is told after all hours is late
        long watermark = last ? END : Math.min(END, postings.get(end).toldMs() - 1);
        int parallelism = 1 + random.nextInt(4);
        run.step(parallelism, shuffled(postings.subList(from, end), random), watermark);
        from = end;
      }
      assertEquals(expected, run.told(), "seed " + seed);
    }
  }

  @Test
  void whatNobodyUsesAnyMoreIsForgotten() throws Exception {
    try (var harness = new Run(false, 1).watching(1, 0)) {
      harness.open();
      for (int hour = 0; hour < 40; hour++) {
        long at = START + hour * HOUR;
        SubjectCost sum = new SubjectCost(CostSubject.ALL, at, "m", new Flow());
        harness.processElement(new StreamRecord<>(sum, sum.tickMs()));
      }
      harness.processWatermark(new Watermark(START + 41 * HOUR));
      assertEquals(1, harness.numKeyedStateEntries());
      harness.processWatermark(new Watermark(START + 300 * HOUR));
      assertEquals(0, harness.numKeyedStateEntries());
      assertEquals(0, harness.numEventTimeTimers());
    }
  }

  @Test
  void theLatestHourIsNotPutOutAtTheEndOfInput() throws Exception {
    List<Posting> postings = CostWorld.postings();
    try (var harness = new OneInputStreamOperatorTestHarness<>(new GatherCosts(), GROUPS, 1, 0)) {
      harness.setup(SubjectCostSerializer.INSTANCE);
      harness.open();
      for (Posting one : postings) {
        harness.processElement(new StreamRecord<>(one, one.toldMs()));
      }
      harness.processWatermark(Watermark.MAX_WATERMARK);
      long last =
          harness.extractOutputValues().stream()
              .max(Comparator.comparingLong(SubjectCost::hourMs))
              .orElseThrow()
              .hourMs();
      assertEquals(END - 2 * HOUR, last);
    }
  }

  @Test
  void anEpisodeIsToldAtTheEndOfItsFirstHour() throws Exception {
    Run run = new Run(false, 50_000);
    List<Posting> postings = new ArrayList<>(CostWorld.postings());
    postings.removeIf(one -> one.toldMs() >= START + 61 * HOUR);
    run.step(1, postings, START + 61 * HOUR - 2);
    String opened = "\"status\":\"open\",\"dimension\":\"tenant\",\"value\":\"acme\"";
    assertFalse(run.told().stream().anyMatch(one -> one.contains(opened)));
    run.step(2, List.of(), START + 61 * HOUR - 1);
    assertTrue(run.told().stream().anyMatch(one -> one.contains(opened)), "" + run.told());
  }
}
