// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.detection;

import io.signalbox.jobs.signals.TickOrder;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.Comparator;

/** By content: what comes in a tick is counted. */
final class ModelSightingOrder implements TickOrder<ModelSighting> {
  private static final long serialVersionUID = 1;

  private static final Comparator<ModelSighting> ORDER =
      Comparator.comparing(ModelSighting::model).thenComparing(ModelSighting::announcedMs);

  @Override
  public long tickMs(ModelSighting seen) {
    return SignalBatch.tickOf(seen.foundMs());
  }

  @Override
  public int compare(ModelSighting left, ModelSighting right) {
    return ORDER.compare(left, right);
  }
}
