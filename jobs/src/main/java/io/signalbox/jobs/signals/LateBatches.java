// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.analytics.signals.LateItems;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import java.time.Instant;
import java.util.Locale;
import org.apache.flink.util.OutputTag;

/** What came after the watermark had passed its tick. */
public final class LateBatches {
  /** Side output of every fold of batches. */
  public static final OutputTag<SignalBatch> TAG = new OutputTag<>("late", new SignalBatchType());

  private LateBatches() {}

  /** What the late topic says of a batch. */
  public static LateItems describe(SignalBatch batch) {
    return new LateItems(
        batch.kind().name().toLowerCase(Locale.ROOT),
        batch.environment(),
        batch.service(),
        Instant.ofEpochMilli(batch.tickMs()),
        batch.count());
  }
}
