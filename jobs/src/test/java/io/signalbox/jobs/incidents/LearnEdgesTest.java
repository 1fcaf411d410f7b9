// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.incidents.EdgeReport;
import io.signalbox.schemas.json.RecordJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What is told of edges does not hang on the order of arrival, on restarts or on parallelism. */
class LearnEdgesTest {
  private static final int GROUPS = 16;
  private static final long DISORDER = 10_000;
  private static final int SECONDS = 400;
  private static final JobOptions OPTIONS = JobOptions.of();

  private static final class Harness
      extends KeyedOneInputStreamOperatorTestHarness<String, Finding, EdgeReport> {
    private Harness(StateBackend backend, int parallelism, int index) throws Exception {
      super(
          new LearnEdges(OPTIONS.correlation(), OPTIONS.incidents()),
          LearnEdges::keyOf,
          Types.STRING,
          GROUPS,
          parallelism,
          index);
      setStateBackend(backend);
    }
  }

  private static List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    for (int end = 10; end < SECONDS; end += 10) {
      for (int callee = 0; callee < 6; callee++) {
        long errors = callee == 2 && end > 150 && end < 250 ? 40 : 0;
        all.add(
            Finding.of(
                SmallTown.ms(end),
                new EdgeWindow(
                    "prod",
                    "web",
                    "s" + callee,
                    false,
                    SmallTown.at(end - 10),
                    SmallTown.at(end),
                    100,
                    errors,
                    100,
                    20_000,
                    40_000,
                    500,
                    900)));
      }
    }
    all.add(Finding.of(SmallTown.ms(203), episode(1, EpisodeStatus.OPEN, 203)));
    all.add(Finding.of(SmallTown.ms(303), episode(2, EpisodeStatus.CLOSED, 303)));
    return all;
  }

  private static Episode episode(int revision, EpisodeStatus status, int second) {
    return new Episode(
        "ep-s4",
        revision,
        status,
        "prod",
        "web",
        EpisodeKind.EDGE_WIRE,
        "",
        "s4",
        SmallTown.at(200),
        SmallTown.at(second),
        status == EpisodeStatus.CLOSED ? SmallTown.at(second) : null,
        0.8,
        1e-10,
        9,
        1,
        0,
        2,
        100,
        "");
  }

  private static List<Finding> arriving(long seed) {
    Random random = new Random(seed);
    Map<Finding, Long> arrival = new HashMap<>();
    List<Finding> all = findings();
    for (Finding one : all) {
      long off = seed == 0 ? 0 : random.nextInt((int) DISORDER - 1_000);
      arrival.put(one, one.foundMs() + off);
    }
    all.sort(Comparator.comparing(arrival::get));
    return all;
  }

  /** All that is told, sorted, with a checkpoint and another parallelism after each part. */
  private static List<String> told(Supplier<StateBackend> backend, long seed, int... parallelisms)
      throws Exception {
    List<Finding> story = arriving(seed);
    List<String> told = new ArrayList<>();
    OperatorSubtaskState state = null;
    int before = 1;
    for (int step = 0; step < parallelisms.length; step++) {
      int now = parallelisms[step];
      int from = story.size() * step / parallelisms.length;
      int to = story.size() * (step + 1) / parallelisms.length;
      List<OperatorSubtaskState> parts = new ArrayList<>();
      for (int index = 0; index < now; index++) {
        try (Harness harness = new Harness(backend.get(), now, index)) {
          if (state != null) {
            harness.initializeState(
                AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    state, GROUPS, before, now, index));
          }
          harness.open();
          send(harness, story.subList(from, to), now, index);
          if (step == parallelisms.length - 1) {
            harness.processWatermark(SmallTown.ms(SECONDS));
          }
          harness.prepareSnapshotPreBarrier(step);
          parts.add(harness.snapshot(step, step));
          harness
              .extractOutputStreamRecords()
              .forEach(one -> told.add(one.getTimestamp() + text(one.getValue())));
        }
      }
      state =
          AbstractStreamOperatorTestHarness.repackageState(
              parts.toArray(new OperatorSubtaskState[0]));
      before = now;
    }
    told.sort(null);
    return told;
  }

  private static void send(Harness harness, List<Finding> part, int parallelism, int index)
      throws Exception {
    long watermark = Long.MIN_VALUE;
    for (Finding one : part) {
      String key = LearnEdges.keyOf(one);
      if (KeyGroupRangeAssignment.assignKeyToParallelOperator(key, GROUPS, parallelism) == index) {
        harness.processElement(one, one.foundMs());
      }
      watermark = Math.max(watermark, one.foundMs() - DISORDER - 1);
      harness.processWatermark(watermark);
    }
  }

  private static String text(EdgeReport report) {
    return new String(RecordJson.write(report), StandardCharsets.UTF_8);
  }

  @Test
  void ordersRestartsAndParallelismMakeNoDifference() throws Exception {
    List<String> expected = told(HashMapStateBackend::new, 0, 1);
    assertEquals(expected, told(HashMapStateBackend::new, 1, 1, 3, 2));
    assertEquals(expected, told(EmbeddedRocksDBStateBackend::new, 2, 2, 1, 3));
  }

  @Test
  void edgesThatSufferOrAreSpokenOfAreToldMoreOftenThanOthers() throws Exception {
    List<String> told = told(HashMapStateBackend::new, 0, 1);
    long calm = told.stream().filter(one -> one.contains("\"s0\"")).count();
    long suffering = told.stream().filter(one -> one.contains("\"s2\"")).count();
    long spokenOf = told.stream().filter(one -> one.contains("\"s4\"")).count();
    assertTrue(calm <= 4, told::toString);
    assertTrue(suffering >= 10 && spokenOf >= 10, told::toString);
  }
}
