// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.finops.CostCells;
import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.aggregates.FlowKey;
import io.signalbox.schemas.finops.AggregateCostSerializer;
import io.signalbox.schemas.finops.DemandPartSerializer;
import io.signalbox.schemas.finops.HourCost;
import io.signalbox.schemas.finops.SubjectCostSerializer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.CheckpointOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.memory.MemCheckpointStreamFactory;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFinalizer;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFutures;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What comes behind a barrier is in no snapshot, although snapshots are written later. */
class GatherSnapshotTest {
  private static final int GROUPS = 16;
  private static final int MOST = 1 << 24;
  private static final List<Posting> BEFORE = CostWorld.postings().subList(0, 20);

  private static <I, O> List<String> told(
      Supplier<OneInputStreamOperator<I, O>> operators,
      TypeSerializer<O> serializer,
      List<I> before,
      List<I> behind)
      throws Exception {
    OperatorSubtaskState state;
    try (var harness = harness(operators, serializer)) {
      harness.open();
      take(harness, before);
      OperatorSnapshotFutures futures =
          harness
              .getOneInputOperator()
              .snapshotState(
                  1,
                  1,
                  CheckpointOptions.forCheckpointWithDefaultLocation(),
                  new MemCheckpointStreamFactory(MOST));
      take(harness, behind);
      state = OperatorSnapshotFinalizer.create(futures).getJobManagerOwnedState();
    }
    try (var harness = harness(operators, serializer)) {
      harness.initializeState(state);
      harness.open();
      harness.processWatermark(new Watermark(CostWorld.START + 90 * CostWorld.HOUR));
      List<String> texts = new ArrayList<>();
      for (O one : harness.extractOutputValues()) {
        DataOutputSerializer bytes = new DataOutputSerializer(1024);
        serializer.serialize(one, bytes);
        texts.add(Arrays.toString(bytes.getCopyOfBuffer()));
      }
      texts.sort(null);
      return texts;
    }
  }

  private static <I, O> OneInputStreamOperatorTestHarness<I, O> harness(
      Supplier<OneInputStreamOperator<I, O>> operators, TypeSerializer<O> serializer)
      throws Exception {
    var harness = new OneInputStreamOperatorTestHarness<>(operators.get(), GROUPS, 1, 0);
    harness.setup(serializer);
    return harness;
  }

  private static <I> void take(OneInputStreamOperatorTestHarness<I, ?> harness, List<I> items)
      throws Exception {
    for (I item : items) {
      harness.processElement(new StreamRecord<>(item, CostWorld.START));
    }
  }

  private static <I, O> void expectTheSameWhateverComesBehind(
      Supplier<OneInputStreamOperator<I, O>> operators, TypeSerializer<O> serializer, List<I> items)
      throws Exception {
    assertEquals(
        told(operators, serializer, items, List.of()), told(operators, serializer, items, items));
  }

  @Test
  void ofCosts() throws Exception {
    expectTheSameWhateverComesBehind(GatherCosts::new, SubjectCostSerializer.INSTANCE, BEFORE);
  }

  @Test
  void ofSums() throws Exception {
    List<HourCost> hours = new ArrayList<>();
    CostCells cells = new CostCells();
    BEFORE.forEach(cells::add);
    cells.drain(
        (view, sum) -> {},
        (cell, sum) -> hours.add(new HourCost(CostWorld.START, FlowKey.of(cell), sum)));
    expectTheSameWhateverComesBehind(GatherSums::new, AggregateCostSerializer.INSTANCE, hours);
  }

  @Test
  void ofDemand() throws Exception {
    expectTheSameWhateverComesBehind(GatherDemand::new, DemandPartSerializer.INSTANCE, BEFORE);
  }
}
