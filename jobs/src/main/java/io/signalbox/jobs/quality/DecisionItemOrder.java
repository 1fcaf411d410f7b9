// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.analytics.quality.impact.DecisionItem;
import io.signalbox.jobs.signals.TickOrder;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.Arrays;
import java.util.Comparator;

/** By time, decisions before outcomes, then by content. */
final class DecisionItemOrder implements TickOrder<DecisionItem> {
  private static final long serialVersionUID = 1;

  private static final Comparator<DecisionItem> ORDER =
      Comparator.comparingLong(DecisionItem::foundMs)
          .thenComparing(item -> item.decision() == null)
          .thenComparing(RecordJson::write, Arrays::compare);

  @Override
  public long tickMs(DecisionItem item) {
    return SignalBatch.tickOf(item.foundMs());
  }

  @Override
  public int compare(DecisionItem left, DecisionItem right) {
    return ORDER.compare(left, right);
  }
}
