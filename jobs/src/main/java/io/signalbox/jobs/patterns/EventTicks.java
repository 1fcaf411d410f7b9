// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.jobs.signals.TickOrder;
import io.signalbox.schemas.patterns.EventBatch;
import java.util.Arrays;

/** Batches by tick and content; the order of their events is found when they are read. */
public final class EventTicks implements TickOrder<EventBatch> {
  private static final long serialVersionUID = 1;

  @Override
  public long tickMs(EventBatch batch) {
    return batch.tickMs();
  }

  @Override
  public int compare(EventBatch left, EventBatch right) {
    return Arrays.compare(left.sections(), right.sections());
  }
}
