// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.topics;

import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Puts the watermark into the stream as records, because readers of a topic see records alone, and
 * a quiet topic must not hold them up. It sits behind a shuffle keyed by partition, so all records
 * of a partition come to one subtask and a watermark here speaks for the whole partition. (A
 * partitioner of our own would do, but Flink takes no unaligned checkpoints with one.)
 */
final class WriteProgress extends AbstractStreamOperator<Outgoing>
    implements OneInputStreamOperator<Outgoing, Outgoing> {
  static final String UID = "write-progress";

  private final int partitions;
  private final long stepMs;

  private long watermark = Long.MIN_VALUE;
  private long written = Long.MIN_VALUE;
  private transient ListState<Long> state;

  /** Speaks for so many partitions, once for each step of event time. */
  WriteProgress(int partitions, long stepMs) {
    this.partitions = partitions;
    this.stepMs = stepMs;
  }

  /**
   * No subtask goes back behind what any has written: after a change of parallelism it may own it.
   */
  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    state =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("progress-written", Types.LONG));
    for (long progress : state.get()) {
      written = Math.max(written, progress);
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    state.clear();
    state.add(written);
  }

  @Override
  public void processElement(StreamRecord<Outgoing> item) {
    output.collect(item);
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.getTimestamp() == Long.MAX_VALUE) {
      write(watermark); // the end of this run is no event time: others may write after it
    } else {
      watermark = mark.getTimestamp();
      write(Math.floorDiv(watermark + 1, stepMs) * stepMs - 1);
    }
    super.processWatermark(mark);
  }

  private void write(long progress) {
    if (progress <= written) {
      return;
    }
    for (int partition = 0; partition < partitions; partition++) {
      if (isOwn(partition)) {
        output.collect(new StreamRecord<>(Outgoing.progress(partition, progress), progress));
      }
    }
    written = progress;
  }

  /** Whether the shuffle brings the records of a partition here. */
  private boolean isOwn(int partition) {
    TaskInfo task = getRuntimeContext().getTaskInfo();
    int owner =
        KeyGroupRangeAssignment.assignKeyToParallelOperator(
            partition, task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks());
    return owner == task.getIndexOfThisSubtask();
  }
}
