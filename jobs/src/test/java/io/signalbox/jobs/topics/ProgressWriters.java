// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** Subtasks of {@link WriteProgress} and the partitions they write, as a broker would hold them. */
final class ProgressWriters implements AutoCloseable {
  private static final int MAX_PARALLELISM = 16;

  private final List<List<Outgoing>> partitions;
  private List<OneInputStreamOperatorTestHarness<Outgoing, Outgoing>> subtasks = List.of();
  private Checkpoint last;

  private record Checkpoint(
      int parallelism, OperatorSubtaskState state, List<List<Outgoing>> partitions) {}

  ProgressWriters(int partitions, int parallelism) throws Exception {
    this.partitions =
        new ArrayList<>(IntStream.range(0, partitions).mapToObj(p -> List.<Outgoing>of()).toList());
    this.last =
        new Checkpoint(
            parallelism, OperatorSubtaskState.builder().build(), List.copyOf(this.partitions));
    start(parallelism);
  }

  void record(int partition, long atMs) throws Exception {
    Outgoing item = new Outgoing(partition, atMs, "key", new byte[0]);
    subtasks.get(owner(partition)).processElement(item, atMs);
    flush();
  }

  private int owner(int partition) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
        partition, MAX_PARALLELISM, subtasks.size());
  }

  void watermark(long atMs) throws Exception {
    for (var subtask : subtasks) {
      subtask.processWatermark(atMs);
    }
    flush();
  }

  void checkpoint() throws Exception {
    OperatorSubtaskState[] states = new OperatorSubtaskState[subtasks.size()];
    for (int i = 0; i < states.length; i++) {
      states[i] = subtasks.get(i).snapshot(1, 1);
    }
    OperatorSubtaskState state = AbstractStreamOperatorTestHarness.repackageState(states);
    last = new Checkpoint(subtasks.size(), state, List.copyOf(partitions));
  }

  /** Goes back to the last checkpoint with so many subtasks; what was written since is aborted. */
  void restore(int parallelism) throws Exception {
    close();
    for (int p = 0; p < partitions.size(); p++) {
      partitions.set(p, last.partitions.get(p));
    }
    start(parallelism);
  }

  List<Outgoing> partition(int partition) {
    return partitions.get(partition);
  }

  private void start(int parallelism) throws Exception {
    List<OneInputStreamOperatorTestHarness<Outgoing, Outgoing>> started = new ArrayList<>();
    for (int subtask = 0; subtask < parallelism; subtask++) {
      var harness =
          new OneInputStreamOperatorTestHarness<>(
              new WriteProgress(partitions.size(), 1000), MAX_PARALLELISM, parallelism, subtask);
      harness.setup();
      harness.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              last.state, MAX_PARALLELISM, last.parallelism, parallelism, subtask));
      harness.open();
      started.add(harness);
    }
    subtasks = started;
  }

  private void flush() {
    for (int subtask = 0; subtask < subtasks.size(); subtask++) {
      for (Outgoing item : subtasks.get(subtask).extractOutputValues()) {
        if (owner(item.partition()) != subtask) {
          throw new AssertionError(item + " written by subtask " + subtask);
        }
        List<Outgoing> longer = new ArrayList<>(partitions.get(item.partition()));
        longer.add(item);
        partitions.set(item.partition(), List.copyOf(longer));
      }
      subtasks.get(subtask).getOutput().clear();
    }
  }

  @Override
  public void close() throws Exception {
    for (var subtask : subtasks) {
      subtask.close();
    }
  }
}
