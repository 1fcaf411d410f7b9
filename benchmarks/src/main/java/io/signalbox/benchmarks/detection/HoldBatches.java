// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.jobs.signals.BatchOrder;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds and orders batches as every fold does, and then forgets them. */
final class HoldBatches extends EventTimeFold<SignalBatch, Episode, Boolean> {
  private static final long serialVersionUID = 1;

  HoldBatches() {
    super(new BatchOrder(), new SignalBatchType());
  }

  @Override
  protected String stateName() {
    return "nothing";
  }

  @Override
  protected Boolean decode(String key, byte @Nullable [] bytes) {
    return Boolean.TRUE;
  }

  @Override
  protected byte[] encode(Boolean state) {
    throw new IllegalStateException("nothing is kept");
  }

  @Override
  protected boolean isOver(Boolean state) {
    return true;
  }

  @Override
  protected void fold(
      Boolean state, long tickMs, List<SignalBatch> items, FoldOutput<Episode> found) {
    // The floor ends where the arithmetic would begin.
  }

  @Override
  protected void advance(Boolean state, long nowMs, FoldOutput<Episode> found) {
    // Nothing is waited for.
  }

  @Override
  protected long nextWakeMs(Boolean state) {
    return Long.MAX_VALUE;
  }
}
