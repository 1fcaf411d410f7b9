// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/**
 * What an operator tells of some items, restored at each step at another parallelism.
 *
 * @param <I> what it takes
 * @param <O> what it tells
 */
final class Rescaled<I, O> {
  private static final int GROUPS = 16;

  private final Harnesses<I, O> harnesses;
  private final Routing<I> routing;
  private final ToLongFunction<I> time;
  private @Nullable OperatorSubtaskState state;
  private int before = 1;

  /** Makes one of some tasks. */
  interface Harnesses<I, O> {
    OneInputStreamOperatorTestHarness<I, O> make(int parallelism, int index) throws Exception;
  }

  /** Says which task gets an item, by its place in the step. */
  interface Routing<I> {
    int task(I item, int place, int parallelism) throws Exception;
  }

  private Rescaled(Harnesses<I, O> harnesses, Routing<I> routing, ToLongFunction<I> time) {
    this.harnesses = harnesses;
    this.routing = routing;
    this.time = time;
  }

  /** An operator in front of a shuffle. */
  static <I, O> Rescaled<I, O> gathering(
      Supplier<OneInputStreamOperator<I, O>> operators,
      TypeSerializer<O> told,
      ToLongFunction<I> time) {
    return new Rescaled<>(
        (parallelism, index) -> {
          var harness =
              new OneInputStreamOperatorTestHarness<>(operators.get(), GROUPS, parallelism, index);
          harness.setup(told);
          return harness;
        },
        (item, place, parallelism) -> place % parallelism,
        time);
  }

  /** An operator behind a shuffle. */
  static <I, O> Rescaled<I, O> keyed(
      Supplier<OneInputStreamOperator<I, O>> operators,
      KeySelector<I, String> key,
      ToLongFunction<I> time,
      boolean rocks) {
    return keyed(operators, null, key, time, rocks);
  }

  /** The same of one that tells what Flink has no serializer for. */
  static <I, O> Rescaled<I, O> keyed(
      Supplier<OneInputStreamOperator<I, O>> operators,
      @Nullable TypeSerializer<O> told,
      KeySelector<I, String> key,
      ToLongFunction<I> time,
      boolean rocks) {
    return new Rescaled<>(
        (parallelism, index) -> {
          var harness =
              new KeyedOneInputStreamOperatorTestHarness<>(
                  operators.get(), key, Types.STRING, GROUPS, parallelism, index);
          harness.setStateBackend(
              rocks ? new EmbeddedRocksDBStateBackend() : new HashMapStateBackend());
          harness.setup(told);
          return harness;
        },
        (item, place, parallelism) ->
            KeyGroupRangeAssignment.assignKeyToParallelOperator(
                key.getKey(item), GROUPS, parallelism),
        time);
  }

  /** Takes items and a watermark, and says what is told. */
  List<O> step(int parallelism, List<I> items, long watermark) throws Exception {
    return step(parallelism, Long.MIN_VALUE, items, watermark);
  }

  /** Takes items behind a watermark, as of a source that was silent, and says what is told. */
  List<O> behind(long watermark, List<I> items) throws Exception {
    return step(1, watermark, items, watermark + 1000);
  }

  private List<O> step(int parallelism, long passed, List<I> items, long watermark)
      throws Exception {
    List<O> told = new ArrayList<>();
    List<OperatorSubtaskState> parts = new ArrayList<>();
    for (int index = 0; index < parallelism; index++) {
      try (var harness = harnesses.make(parallelism, index)) {
        if (state != null) {
          harness.initializeState(
              AbstractStreamOperatorTestHarness.repartitionOperatorState(
                  state, GROUPS, before, parallelism, index));
        }
        harness.open();
        harness.processWatermark(new Watermark(passed));
        for (int place = 0; place < items.size(); place++) {
          I item = items.get(place);
          if (routing.task(item, place, parallelism) == index) {
            harness.processElement(new StreamRecord<>(item, time.applyAsLong(item)));
          }
        }
        harness.processWatermark(new Watermark(watermark));
        harness.prepareSnapshotPreBarrier(1);
        parts.add(harness.snapshot(1, 1));
        told.addAll(harness.extractOutputValues());
      }
    }
    state =
        AbstractStreamOperatorTestHarness.repackageState(
            parts.toArray(new OperatorSubtaskState[0]));
    before = parallelism;
    return told;
  }
}
