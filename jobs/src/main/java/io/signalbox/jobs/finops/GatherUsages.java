// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.schemas.finops.RefusedUsage;
import io.signalbox.schemas.finops.UsageBatch;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Gathers the usages of a shard and second into one record before they are shuffled, because a
 * record costs more than the usages in it. No usage is too late: one whose second is over counts in
 * the next, by the prices of its own time. A batch goes out before the watermark that passes its
 * second, and what is open before each barrier, so there is no state.
 */
final class GatherUsages extends AbstractStreamOperator<UsageBatch>
    implements OneInputStreamOperator<UsageBatch, UsageBatch> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  static final String UID = "gather-usages";

  /** What could not be read. */
  static final OutputTag<RefusedUsage> REFUSED =
      new OutputTag<>("unreadable-usages", TypeInformation.of(RefusedUsage.class));

  private boolean onArrival;
  private transient OpenUsages open;
  private transient long passedMs;

  /** Puts out each usage when it arrives, for those who prefer latency. */
  void gatherNothing() {
    onArrival = true;
  }

  @Override
  public void open() throws Exception {
    super.open();
    open = new OpenUsages(batch -> output.collect(new StreamRecord<>(batch, batch.tickMs())));
    passedMs = Long.MIN_VALUE;
  }

  @Override
  public void processElement(StreamRecord<UsageBatch> element) {
    UsageBatch batch = element.getValue();
    if (batch.shard() == UsageBatch.REFUSED) {
      output.collect(REFUSED, new StreamRecord<>(batch.refused(), element.getTimestamp()));
      return;
    }
    long next = passedMs == Long.MIN_VALUE ? passedMs : UsageBatch.tickOf(passedMs + 1);
    open.add(batch, Math.max(batch.tickMs(), next));
    if (onArrival) {
      open.closeUpTo(Long.MAX_VALUE);
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    passedMs = mark.getTimestamp();
    open.closeUpTo(passedMs);
    super.processWatermark(mark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    open.closeUpTo(Long.MAX_VALUE);
  }

  @Override
  public void finish() throws Exception {
    open.closeUpTo(Long.MAX_VALUE);
    super.finish();
  }
}
