// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.schemas.patterns.EventBatch;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Gathers the events of a shard and tick into one record before they are shuffled, because a record
 * costs more than the events in it. Nothing waits longer than it would where it is matched: a batch
 * goes out before the watermark that passes its tick. What is open goes out before each barrier, so
 * there is no state.
 */
public final class GatherEvents extends AbstractStreamOperator<EventBatch>
    implements OneInputStreamOperator<PatternEvent, EventBatch> {
  private static final long serialVersionUID = 1;

  private boolean onArrival;
  private transient OpenBatches open;

  /** Events up to this time need not wait any more. */
  private transient long passedMs;

  /** Puts out each event when it arrives, for those who prefer latency. */
  public void gatherNothing() {
    onArrival = true;
  }

  @Override
  public void open() throws Exception {
    super.open();
    open = new OpenBatches(batch -> output.collect(new StreamRecord<>(batch, batch.tickMs())));
    passedMs = onArrival ? Long.MAX_VALUE : Long.MIN_VALUE;
  }

  @Override
  public void processElement(StreamRecord<PatternEvent> element) {
    PatternEvent event = element.getValue();
    open.add(event);
    if (event.timeMs() <= passedMs) {
      open.closeUpTo(passedMs);
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    passedMs = Math.max(passedMs, mark.getTimestamp());
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
