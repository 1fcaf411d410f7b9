// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.schemas.signals.SignalBatch;
import java.util.Arrays;

/** Batches by tick, kind and payload; those of one key and tick differ in nothing else. */
public final class BatchOrder implements TickOrder<SignalBatch> {
  private static final long serialVersionUID = 1;

  @Override
  public long tickMs(SignalBatch batch) {
    return batch.tickMs();
  }

  @Override
  public int compare(SignalBatch left, SignalBatch right) {
    int byTick = Long.compare(left.tickMs(), right.tickMs());
    if (byTick != 0) {
      return byTick;
    }
    int byKind = left.kind().compareTo(right.kind());
    return byKind != 0 ? byKind : Arrays.compareUnsigned(left.payload(), right.payload());
  }
}
