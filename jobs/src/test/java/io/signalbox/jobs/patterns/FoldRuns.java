// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/**
 * Runs a fold over the same items in other orders, over a restart at another parallelism and on
 * either backend; gives what it found, sorted.
 *
 * @param operator makes the fold
 * @param key of an item
 * @param time of an item, epoch milliseconds
 * @param text of what was found
 */
public record FoldRuns<I, O>(
    Supplier<OneInputStreamOperator<I, O>> operator,
    KeySelector<I, String> key,
    ToLongFunction<I> time,
    Function<O, String> text) {
  private static final long DISORDER = 10_000;
  private static final int GROUPS = 16;

  /** All items, with a watermark after each step of event time. */
  public List<String> run(List<I> items, long stepMs) throws Exception {
    try (var harness = harness(1, 0, false)) {
      harness.open();
      long greatest = Long.MIN_VALUE;
      long sent = Long.MIN_VALUE;
      for (I item : items) {
        harness.processElement(item, time.applyAsLong(item));
        greatest = Math.max(greatest, time.applyAsLong(item));
        if (sent == Long.MIN_VALUE || greatest - DISORDER >= sent + stepMs) {
          sent = greatest - DISORDER;
          harness.processWatermark(sent);
        }
      }
      harness.processWatermark(greatest + 2 * DISORDER);
      return found(harness);
    }
  }

  /** The items in an admissible order drawn by a seed. */
  public List<I> shuffled(List<I> items, long seed) {
    Random random = new Random(seed);
    List<Long> arrival = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (I item : items) {
      arrival.add(time.applyAsLong(item) + random.nextInt((int) DISORDER - 1000));
      order.add(order.size());
    }
    order.sort(Comparator.comparingLong(arrival::get));
    return order.stream().map(items::get).toList();
  }

  /** A third of the items at each parallelism, 1, 3 and 2, each restored from the one before. */
  public List<String> rescaled(List<I> items) throws Exception {
    List<String> found = new ArrayList<>();
    OperatorSubtaskState state = null;
    int before = 1;
    int from = 0;
    for (int parallelism : new int[] {1, 3, 2}) {
      boolean last = parallelism == 2;
      int to = last ? items.size() : from + items.size() / 3;
      long watermark = time.applyAsLong(items.get(to - 1)) + (last ? 2 : -1) * DISORDER;
      List<OperatorSubtaskState> parts = new ArrayList<>();
      for (int index = 0; index < parallelism; index++) {
        try (var harness = harness(parallelism, index, true)) {
          if (state != null) {
            harness.initializeState(
                AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    state, GROUPS, before, parallelism, index));
          }
          harness.open();
          for (I item : items.subList(from, to)) {
            int owner =
                KeyGroupRangeAssignment.assignKeyToParallelOperator(
                    key.getKey(item), GROUPS, parallelism);
            if (owner == index) {
              harness.processElement(item, time.applyAsLong(item));
            }
          }
          harness.processWatermark(watermark);
          harness.prepareSnapshotPreBarrier(1);
          parts.add(harness.snapshot(1, 1));
          found.addAll(found(harness));
        }
      }
      state =
          AbstractStreamOperatorTestHarness.repackageState(
              parts.toArray(new OperatorSubtaskState[0]));
      before = parallelism;
      from = to;
    }
    Collections.sort(found);
    return found;
  }

  private KeyedOneInputStreamOperatorTestHarness<String, I, O> harness(
      int parallelism, int index, boolean rocksDb) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            operator.get(), key, Types.STRING, GROUPS, parallelism, index);
    if (rocksDb) {
      harness.setStateBackend(new EmbeddedRocksDBStateBackend());
    }
    return harness;
  }

  private List<String> found(KeyedOneInputStreamOperatorTestHarness<String, I, O> harness) {
    List<String> lines = new ArrayList<>();
    harness
        .extractOutputStreamRecords()
        .forEach(line -> lines.add(line.getTimestamp() + " " + text.apply(line.getValue())));
    Collections.sort(lines);
    return lines;
  }
}
