// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.patterns;

import io.signalbox.jobs.signals.TickOrder;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.Arrays;
import java.util.Comparator;

/** Items of one hub by tick and content: who is near it before what has happened. */
final class HubItemOrder implements TickOrder<HubItem> {
  private static final long serialVersionUID = 1;

  private static final Comparator<HubItem> ORDER =
      Comparator.comparing(HubItem::kind)
          .thenComparing(HubItem::service)
          .thenComparing(HubItem::other)
          .thenComparing(HubItem::role)
          .thenComparingLong(HubItem::calls)
          .thenComparing(HubItem::event, Arrays::compareUnsigned)
          .thenComparing(HubItem::foundMs);

  @Override
  public long tickMs(HubItem item) {
    return SignalBatch.tickOf(item.foundMs());
  }

  @Override
  public int compare(HubItem left, HubItem right) {
    return ORDER.compare(left, right);
  }
}
