// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.schemas.signals.BatchKind;
import io.signalbox.schemas.signals.SignalBatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.CheckpointOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.runtime.state.memory.MemCheckpointStreamFactory;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFinalizer;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFutures;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fold that keeps state back finds, to the last byte, what one that keeps nothing back finds. */
class WriteBackTest {
  static final long T0 = 1_700_000_000_000L;
  static final long DISORDER = 10_000;
  private static final long AMPLE = 1 << 20;

  private interface Backend {
    StateBackend make();
  }

  private static final class Harness
      extends KeyedOneInputStreamOperatorTestHarness<String, SignalBatch, String> {
    private Harness(LivingFold fold, int parallelism, int index) throws Exception {
      super(fold, SignalBatch::key, Types.STRING, 16, parallelism, index);
    }
  }

  private static Harness harness(Backend backend, long cache, int parallelism, int index)
      throws Exception {
    LivingFold fold = new LivingFold();
    fold.cache(cache);
    Harness harness = new Harness(fold, parallelism, index);
    harness.setStateBackend(backend.make());
    return harness;
  }

  private static SignalBatch batch(String service, long atMs, String text) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    return new SignalBatch(
        BatchKind.LOGS, "", service, "", SignalBatch.tickOf(atMs), atMs, 1, payload);
  }

  /** One service takes part of all, as a hot key does. */
  static List<SignalBatch> story(long seed) {
    Random random = new Random(seed);
    List<SignalBatch> all = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String service = random.nextInt(3) == 0 ? "hot" : "s" + random.nextInt(12);
      all.add(batch(service, T0 + i * 100L + random.nextInt(100), Integer.toString(i, 36)));
    }
    TreeMap<Long, SignalBatch> arrival = new TreeMap<>();
    for (SignalBatch batch : all) {
      arrival.put((batch.latestMs() + random.nextInt(8000)) * 1000 + arrival.size(), batch);
    }
    return List.copyOf(arrival.values());
  }

  private static List<String> found(Harness harness) {
    List<String> lines = new ArrayList<>();
    for (StreamRecord<? extends String> line : harness.extractOutputStreamRecords()) {
      lines.add(line.getTimestamp() - T0 + " " + line.getValue());
    }
    return lines;
  }

  /** Sends a part of the story, each batch to its owner, with a watermark behind it. */
  private static void send(Harness harness, List<SignalBatch> part, int parallelism, int index)
      throws Exception {
    long watermark = Long.MIN_VALUE;
    for (SignalBatch batch : part) {
      if (KeyGroupRangeAssignment.assignKeyToParallelOperator(batch.key(), 16, parallelism)
          == index) {
        harness.processElement(batch, batch.latestMs());
      }
      watermark = Math.max(watermark, batch.latestMs() - DISORDER);
      harness.processWatermark(watermark);
    }
  }

  private static List<String> straight(List<SignalBatch> story) throws Exception {
    try (Harness harness = harness(EmbeddedRocksDBStateBackend::new, 0, 1, 0)) {
      harness.open();
      send(harness, story, 1, 0);
      harness.processWatermark(T0 + 90_000);
      return sorted(found(harness));
    }
  }

  private static List<String> sorted(List<String> lines) {
    Collections.sort(lines);
    return lines;
  }

  private static OperatorSubtaskState checkpoint(Harness harness, long id) throws Exception {
    harness.prepareSnapshotPreBarrier(id);
    return harness.snapshot(id, id);
  }

  /** The story with a checkpoint and a new parallelism after each third. */
  private static List<String> rescaled(Backend backend, long cache, List<SignalBatch> story)
      throws Exception {
    List<String> lines = new ArrayList<>();
    OperatorSubtaskState state = null;
    int before = 1;
    int third = story.size() / 3;
    int[] steps = {1, 3, 2};
    for (int step = 0; step < 3; step++) {
      int to = step == 2 ? story.size() : (step + 1) * third;
      List<OperatorSubtaskState> parts = new ArrayList<>();
      for (int index = 0; index < steps[step]; index++) {
        try (Harness harness = harness(backend, cache, steps[step], index)) {
          if (state != null) {
            harness.initializeState(
                AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    state, 16, before, steps[step], index));
          }
          harness.open();
          send(harness, story.subList(step * third, to), steps[step], index);
          if (step == 2) {
            harness.processWatermark(T0 + 90_000);
          }
          parts.add(checkpoint(harness, step + 1));
          lines.addAll(found(harness));
        }
      }
      state =
          AbstractStreamOperatorTestHarness.repackageState(
              parts.toArray(new OperatorSubtaskState[0]));
      before = steps[step];
    }
    return sorted(lines);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void rescalingWithBlocksAndItemsKeptBackChangesNothing(long seed) throws Exception {
    List<SignalBatch> story = story(seed);
    List<String> expected = straight(story);
    assertTrue(expected.size() > 100);
    for (long cache : new long[] {AMPLE, 700, 90}) {
      assertEquals(expected, rescaled(EmbeddedRocksDBStateBackend::new, cache, story));
    }
    assertEquals(expected, rescaled(HashMapStateBackend::new, AMPLE, story));
  }

  @Test
  void aFailureBetweenFlushAndCheckpointGoesBackToTheCheckpointBefore() throws Exception {
    List<SignalBatch> story = story(4);
    OperatorSubtaskState complete;
    List<String> lines;
    try (Harness harness = harness(EmbeddedRocksDBStateBackend::new, AMPLE, 1, 0)) {
      harness.open();
      send(harness, story.subList(0, 150), 1, 0);
      complete = checkpoint(harness, 1);
      lines = found(harness);
      send(harness, story.subList(150, 250), 1, 0);
      harness.prepareSnapshotPreBarrier(2);
    }
    try (Harness harness = harness(EmbeddedRocksDBStateBackend::new, AMPLE, 1, 0)) {
      harness.initializeState(complete);
      harness.open();
      send(harness, story.subList(150, story.size()), 1, 0);
      harness.processWatermark(T0 + 90_000);
      lines.addAll(found(harness));
    }
    assertEquals(straight(story), sorted(lines));
  }

  @Test
  void manyCheckpointsOnTheWayChangeNothing() throws Exception {
    List<SignalBatch> story = story(5);
    try (Harness harness = harness(EmbeddedRocksDBStateBackend::new, AMPLE, 1, 0)) {
      harness.open();
      for (int from = 0; from < story.size(); from += 7) {
        send(harness, story.subList(from, Math.min(from + 7, story.size())), 1, 0);
        checkpoint(harness, from);
      }
      harness.processWatermark(T0 + 90_000);
      assertEquals(straight(story), sorted(found(harness)));
    }
  }

  @Test
  void stoppingWithASavepointAfterTheEndOfInputKeepsAll() throws Exception {
    List<SignalBatch> story = story(6);
    OperatorSubtaskState savepoint;
    List<String> lines;
    try (Harness harness = harness(EmbeddedRocksDBStateBackend::new, AMPLE, 1, 0)) {
      harness.open();
      send(harness, story.subList(0, 200), 1, 0);
      harness.getOperator().finish();
      savepoint = harness.snapshot(1, 1);
      lines = found(harness);
    }
    try (Harness harness = harness(EmbeddedRocksDBStateBackend::new, 0, 1, 0)) {
      harness.initializeState(savepoint);
      harness.open();
      send(harness, story.subList(200, story.size()), 1, 0);
      harness.processWatermark(T0 + 90_000);
      lines.addAll(found(harness));
    }
    assertEquals(straight(story), sorted(lines));
  }

  /** The snapshot is written only after the task has gone on and changed every block. */
  @Test
  void whatIsChangedInPlaceWhileASnapshotIsWrittenIsNotInIt() throws Exception {
    List<SignalBatch> story = story(7);
    OperatorSubtaskState snapshot;
    List<String> lines;
    try (Harness harness = harness(HashMapStateBackend::new, AMPLE, 1, 0)) {
      harness.open();
      send(harness, story.subList(0, 200), 1, 0);
      lines = found(harness);
      OperatorSnapshotFutures futures =
          harness
              .getOperator()
              .snapshotState(
                  1,
                  1,
                  CheckpointOptions.forCheckpointWithDefaultLocation(),
                  new MemCheckpointStreamFactory(1 << 24));
      send(harness, story.subList(200, story.size()), 1, 0);
      harness.processWatermark(T0 + 90_000);
      assertTrue(found(harness).size() > lines.size());
      run(futures.getKeyedStateManagedFuture());
      snapshot = OperatorSnapshotFinalizer.create(futures).getJobManagerOwnedState();
    }
    try (Harness harness = harness(HashMapStateBackend::new, AMPLE, 1, 0)) {
      harness.initializeState(snapshot);
      harness.open();
      send(harness, story.subList(200, story.size()), 1, 0);
      harness.processWatermark(T0 + 90_000);
      lines.addAll(found(harness));
    }
    assertEquals(straight(story), sorted(lines));
  }

  private static void run(Future<?> future) {
    ((Runnable) future).run();
  }
}
