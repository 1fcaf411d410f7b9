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
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeFoldTest {
  private static final long T0 = 1_700_000_000_000L;

  private static SignalBatch batch(String service, long second, String text) {
    return new SignalBatch(
        BatchKind.LOGS,
        "",
        service,
        "",
        T0 + second * 1000,
        T0 + second * 1000 + 500,
        1,
        text.getBytes(StandardCharsets.UTF_8));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, SignalBatch, String> harness(
      int parallelism, int index) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new RecordingFold(), SignalBatch::key, Types.STRING, 16, parallelism, index);
    harness.setStateBackend(new EmbeddedRocksDBStateBackend());
    return harness;
  }

  private static List<String> found(
      KeyedOneInputStreamOperatorTestHarness<String, SignalBatch, String> harness) {
    List<String> lines = new ArrayList<>();
    for (StreamRecord<? extends String> line : harness.extractOutputStreamRecords()) {
      lines.add(line.getTimestamp() - T0 + " " + line.getValue());
    }
    return lines;
  }

  private static List<SignalBatch> hour() {
    List<SignalBatch> all = new ArrayList<>();
    for (int second = 0; second < 40; second++) {
      for (String service : List.of("a", "b", "c")) {
        if ((second + service.charAt(0)) % 9 < 2) {
          all.add(batch(service, second, second + "y"));
          all.add(batch(service, second, second + "x"));
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void anyAdmissibleOrderAndAnyWatermarkStepGiveTheSameFinds(long seed) throws Exception {
    List<String> straight = run(hour(), 1, new Random(0));
    List<SignalBatch> shuffled = hour();
    Random random = new Random(seed);
    List<long[]> order = new ArrayList<>();
    for (int i = 0; i < shuffled.size(); i++) {
      order.add(new long[] {shuffled.get(i).tickMs() + random.nextInt(8000), i});
    }
    order.sort((left, right) -> Long.compare(left[0], right[0]));
    List<SignalBatch> source = hour();
    List<SignalBatch> arrived = new ArrayList<>();
    order.forEach(at -> arrived.add(source.get((int) at[1])));
    assertEquals(straight, run(arrived, 1 + random.nextInt(9000), random));
  }

  /** Sends all, with a watermark 10 s behind after each {@code step} ms; gives sorted finds. */
  private static List<String> run(List<SignalBatch> batches, long step, Random random)
      throws Exception {
    try (var harness = harness(1, 0)) {
      harness.open();
      long greatest = Long.MIN_VALUE;
      long sent = Long.MIN_VALUE;
      for (SignalBatch batch : batches) {
        harness.processElement(batch, batch.latestMs());
        greatest = Math.max(greatest, batch.latestMs());
        if (greatest - 10_000 >= sent + step || random.nextInt(5) == 0) {
          sent = Math.max(sent, greatest - 10_000);
          harness.processWatermark(sent);
        }
      }
      harness.processWatermark(T0 + 60_000);
      List<String> lines = found(harness);
      Collections.sort(lines);
      return lines;
    }
  }

  @Test
  void whatComesAfterItsTickIsLateAndNotLost() throws Exception {
    try (var harness = harness(1, 0)) {
      harness.open();
      harness.processElement(batch("a", 1, "kept"), T0 + 1000);
      harness.processWatermark(T0 + 1999);
      harness.processElement(batch("a", 1, "tardy"), T0 + 1000);
      assertEquals(List.of("1999 a 1: kept "), found(harness));
      assertEquals(1, harness.getSideOutput(RecordingFold.LATE).size());
    }
  }

  @Test
  void whereNothingIsTooLateItCountsInTheNextSecond() throws Exception {
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new LivingFold(), SignalBatch::key, Types.STRING, 16, 1, 0)) {
      harness.open();
      harness.processElement(batch("a", 1, "kept"), T0 + 1000);
      harness.processWatermark(T0 + 2500);
      harness.processElement(batch("a", 0, "tardy"), T0);
      harness.processElement(batch("a", 2, "timely"), T0 + 2000);
      harness.processWatermark(T0 + 2998);
      assertEquals(List.of("1999 a: kept "), found(harness));
      harness.processWatermark(T0 + 2999);
      harness.processElement(batch("a", 1, "last"), T0 + 1000);
      harness.processWatermark(Watermark.MAX_WATERMARK);
      harness.processElement(batch("a", 1, "none waits for it"), T0 + 1000);
      assertEquals(
          List.of(
              "1999 a: kept ",
              "2999 a: kept tardy timely ",
              "3999 a: kept tardy timely last ",
              "1999 a: kept tardy timely last none waits for it "),
          found(harness));
    }
  }

  @Test
  void theEndOfInputFoldsWhatIsHeldButWakesNoOne() throws Exception {
    try (var harness = harness(1, 0)) {
      harness.open();
      harness.processElement(batch("a", 1, "last"), T0 + 1000);
      harness.processWatermark(Long.MAX_VALUE);
      assertEquals(List.of("1999 a 1: last "), found(harness));
    }
  }

  @Test
  void whoPrefersLatencyGetsEachItemFoldedOnArrival() throws Exception {
    RecordingFold fold = new RecordingFold();
    fold.foldOnArrival();
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(fold, SignalBatch::key, Types.STRING)) {
      harness.open();
      harness.processElement(batch("a", 3, "y"), T0 + 3000);
      harness.processElement(batch("a", 2, "x"), T0 + 2000);
      assertEquals(List.of("3999 a 3: y ", "2999 a 2: y x "), found(harness));
    }
  }

  @Test
  void silenceIsNoticedOnceAndInEventTime() throws Exception {
    try (var harness = harness(1, 0)) {
      harness.open();
      harness.processElement(batch("a", 1, "x"), T0 + 1000);
      harness.processElement(batch("a", 3, "y"), T0 + 3000);
      harness.processWatermark(T0 + 100_000);
      assertEquals(
          List.of("1999 a 1: x ", "3999 a 3: x y ", "8000 silent since 3 after x y "),
          found(harness));
    }
  }

  @Test
  void rescalingInTheMiddleChangesNothing() throws Exception {
    List<SignalBatch> all = hour();
    List<String> straight = run(all, 1, new Random(0));
    List<String> lines = new ArrayList<>();
    OperatorSubtaskState state = null;
    int before = 1;
    int from = 0;
    for (int parallelism : new int[] {1, 3, 2}) {
      int to = parallelism == 2 ? all.size() : from + all.size() / 3;
      boolean last = parallelism == 2;
      List<OperatorSubtaskState> parts = new ArrayList<>();
      for (int index = 0; index < parallelism; index++) {
        try (var harness = harness(parallelism, index)) {
          if (state != null) {
            harness.initializeState(
                AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    state, 16, before, parallelism, index));
          }
          harness.open();
          for (SignalBatch batch : all.subList(from, to)) {
            if (owner(batch, parallelism) == index) {
              harness.processElement(batch, batch.latestMs());
            }
          }
          harness.processWatermark(last ? T0 + 60_000 : all.get(to - 1).latestMs() - 10_000);
          harness.prepareSnapshotPreBarrier(1);
          parts.add(harness.snapshot(1, 1));
          lines.addAll(found(harness));
        }
      }
      state =
          AbstractStreamOperatorTestHarness.repackageState(
              parts.toArray(new OperatorSubtaskState[0]));
      before = parallelism;
      from = to;
    }
    Collections.sort(lines);
    assertTrue(lines.size() > 20);
    assertEquals(straight, lines);
  }

  private static int owner(SignalBatch batch, int parallelism) {
    return org.apache.flink.runtime.state.KeyGroupRangeAssignment.assignKeyToParallelOperator(
        batch.key(), 16, parallelism);
  }
}
