// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.analytics.quality.impact.DecisionChange;
import io.signalbox.jobs.signals.TickOrder;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.Arrays;
import java.util.Comparator;

/** What is new before what takes the place of something, each by time and content. */
final class DecisionChangeOrder implements TickOrder<DecisionChange> {
  private static final long serialVersionUID = 1;

  private static final Comparator<DecisionChange> ORDER =
      Comparator.comparing((DecisionChange change) -> change.before() != null)
          .thenComparingLong(change -> change.decision().atMs())
          .thenComparing(RecordJson::write, Arrays::compare);

  @Override
  public long tickMs(DecisionChange change) {
    return SignalBatch.tickOf(change.foundMs());
  }

  @Override
  public int compare(DecisionChange left, DecisionChange right) {
    return ORDER.compare(left, right);
  }
}
