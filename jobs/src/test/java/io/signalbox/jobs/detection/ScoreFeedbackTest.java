// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.Feedback;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.BatchKind;
import io.signalbox.schemas.signals.Origin;
import io.signalbox.schemas.signals.RequestCutter;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people say has one effect, whenever before its time they say it, and whoever restarts. */
class ScoreFeedbackTest {
  private static final int GROUPS = 16;
  private static final long DISORDER = 30_000;
  private static final List<String> INSTANCES = List.of("pod-1", "pod-2", "pod-3");
  private static final JobOptions OPTIONS = JobOptions.of();

  private interface Backend {
    StateBackend make();
  }

  private static final class Harness
      extends KeyedOneInputStreamOperatorTestHarness<String, SignalBatch, Episode> {
    private Harness(Backend backend, int parallelism, int index) throws Exception {
      super(
          new ScoreService(OPTIONS.detection()),
          SignalBatch::key,
          Types.STRING,
          GROUPS,
          parallelism,
          index);
      setStateBackend(backend.make());
    }
  }

  private static List<SignalBatch> telemetry() {
    RequestCutter cutter = new RequestCutter(1);
    List<SignalBatch> batches = new ArrayList<>();
    for (int step = 0; step < CartQueues.LENGTH; step++) {
      for (String instance : INSTANCES) {
        byte[] json = CartQueues.request(instance, 1, step).getBytes(StandardCharsets.UTF_8);
        cutter.cutJson(
            SignalKind.METRICS, new Origin("test", 0, step, Long.MAX_VALUE), json, batches::add);
      }
    }
    return batches;
  }

  private static SignalBatch batch(Feedback said) {
    long atMs = said.effectiveAt().toEpochMilli();
    return new SignalBatch(
        BatchKind.FEEDBACK,
        said.environment(),
        said.service(),
        "pod-2",
        SignalBatch.tickOf(atMs),
        atMs,
        1,
        RecordJson.write(said));
  }

  private static List<SignalBatch> statements() {
    return CartQueues.normalBetween("n", 2_100, 2_300, "queue.0@pod-2").stream()
        .map(ScoreFeedbackTest::batch)
        .toList();
  }

  /** Telemetry as late as is admissible, statements up to an hour before they hold. */
  private static List<SignalBatch> story(long seed, List<SignalBatch> statements) {
    Random random = new Random(seed);
    List<SignalBatch> all = new ArrayList<>(telemetry());
    all.addAll(statements);
    Map<SignalBatch, Long> arrival = new HashMap<>();
    for (SignalBatch batch : all) {
      boolean said = batch.kind() == BatchKind.FEEDBACK;
      long off = said ? -random.nextInt(3_600_000) : random.nextInt((int) DISORDER - 1_000);
      arrival.put(batch, batch.latestMs() + off);
    }
    all.sort(Comparator.comparing(arrival::get));
    return all;
  }

  private static void send(Harness harness, List<SignalBatch> part, int parallelism, int index)
      throws Exception {
    long watermark = Long.MIN_VALUE;
    for (SignalBatch batch : part) {
      if (KeyGroupRangeAssignment.assignKeyToParallelOperator(batch.key(), GROUPS, parallelism)
          == index) {
        harness.processElement(batch, batch.latestMs());
      }
      if (batch.kind() != BatchKind.FEEDBACK) {
        watermark = Math.max(watermark, batch.latestMs() - DISORDER - 1);
        harness.processWatermark(watermark);
      }
    }
  }

  /** The story, with a checkpoint and another parallelism after each part. */
  private static List<String> found(Backend backend, List<SignalBatch> story, int... parallelisms)
      throws Exception {
    List<String> lines = new ArrayList<>();
    OperatorSubtaskState state = null;
    int before = 1;
    for (int step = 0; step < parallelisms.length; step++) {
      int now = parallelisms[step];
      List<SignalBatch> part =
          story.subList(
              story.size() * step / parallelisms.length,
              story.size() * (step + 1) / parallelisms.length);
      List<OperatorSubtaskState> parts = new ArrayList<>();
      for (int index = 0; index < now; index++) {
        try (Harness harness = new Harness(backend, now, index)) {
          if (state != null) {
            harness.initializeState(
                AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    state, GROUPS, before, now, index));
          }
          harness.open();
          send(harness, part, now, index);
          if (step == parallelisms.length - 1) {
            harness.processWatermark(CartQueues.atMs(CartQueues.LENGTH));
          }
          harness.prepareSnapshotPreBarrier(step);
          parts.add(harness.snapshot(step, step));
          harness.extractOutputStreamRecords().forEach(found -> lines.add(found.toString()));
        }
      }
      state =
          AbstractStreamOperatorTestHarness.repackageState(
              parts.toArray(new OperatorSubtaskState[0]));
      before = now;
    }
    return lines.stream().sorted().toList();
  }

  private static List<SignalBatch> inOrder() {
    List<SignalBatch> all = new ArrayList<>(telemetry());
    all.addAll(statements());
    all.sort(Comparator.comparing(SignalBatch::latestMs));
    return all;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noAdmissibleOrderNorRescalingChangesTheEffect(long seed) throws Exception {
    List<String> straight = found(HashMapStateBackend::new, inOrder(), 1);
    List<SignalBatch> story = story(seed, statements());
    assertEquals(straight, found(HashMapStateBackend::new, story, 1, 3, 2));
    assertEquals(straight, found(EmbeddedRocksDBStateBackend::new, story, 1, 1, 3, 2, 1));
  }

  @Test
  void onlyTheSeriesSpokenOfIsJudgedOtherwise() throws Exception {
    List<String> told = found(HashMapStateBackend::new, inOrder(), 1);
    List<String> plain = found(HashMapStateBackend::new, telemetry(), 1);
    assertNotEquals(openings(plain), openings(told));
    for (String instance : List.of("pod-1", "pod-3")) {
      assertEquals(about(plain, instance), about(told, instance));
    }
    assertEquals(3, openings(about(plain, "pod-2")));
    assertEquals(2, openings(about(told, "pod-2")));
  }

  private static List<String> about(List<String> found, String instance) {
    return found.stream().filter(line -> line.contains("@" + instance)).toList();
  }

  private static long openings(List<String> found) {
    return found.stream().filter(line -> line.contains("revision=1,")).count();
  }
}
