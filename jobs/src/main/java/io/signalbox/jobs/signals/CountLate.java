// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.analytics.signals.LateItems;
import io.signalbox.schemas.signals.BatchKind;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Tells of late batches and has them counted in the minute in which they came, because their own is
 * closed.
 */
public final class CountLate extends ProcessFunction<SignalBatch, LateItems> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  public static final String UID = "count-late";

  /** What is counted for telemetry quality. */
  public static final OutputTag<SignalBatch> COUNTS =
      new OutputTag<>("late-counts", new SignalBatchType());

  private static final byte[] NOTHING = {};

  @Override
  public void processElement(SignalBatch batch, Context context, Collector<LateItems> out) {
    out.collect(LateBatches.describe(batch));
    long watermark = context.timerService().currentWatermark();
    boolean ofOneService = batch.kind() != BatchKind.TRACES && batch.kind() != BatchKind.EDGES;
    if (ofOneService && watermark < Long.MAX_VALUE) {
      long tick = SignalBatch.tickOf(watermark) + 2 * SignalBatch.TICK_MS;
      context.output(
          COUNTS,
          new SignalBatch(
              BatchKind.LATE,
              batch.environment(),
              batch.service(),
              "",
              tick,
              tick,
              batch.count(),
              NOTHING));
    }
  }
}
