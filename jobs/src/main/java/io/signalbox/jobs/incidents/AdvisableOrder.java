// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.objectives.ObjectiveWindow;
import io.signalbox.jobs.signals.TickOrder;
import io.signalbox.schemas.json.RecordJson;
import java.util.Arrays;
import java.util.Comparator;

/** By time and content: owners first, then what counted, then outcomes, then incidents. */
public final class AdvisableOrder implements TickOrder<Advisable> {
  private static final long serialVersionUID = 1;
  private static final long TICK_MS = 1000;
  private static final Comparator<ObjectiveWindow> WINDOWS =
      Comparator.comparing(ObjectiveWindow::objective).thenComparing(ObjectiveWindow::startAt);

  /**
   * A tick that ends with the millisecond of the item: what correlation has found by a watermark is
   * to be told by that same watermark.
   */
  @Override
  public long tickMs(Advisable item) {
    return item.foundMs() - TICK_MS + 1;
  }

  @Override
  public int compare(Advisable left, Advisable right) {
    int byKind = Integer.compare(rank(left), rank(right));
    if (byKind != 0) {
      return byKind;
    }
    if (left.incident() != null && right.incident() != null) {
      int byId = left.incident().id().compareTo(right.incident().id());
      return byId != 0
          ? byId
          : Integer.compare(left.incident().revision(), right.incident().revision());
    }
    if (left.counted() != null && right.counted() != null) {
      int byWindow = WINDOWS.compare(left.counted(), right.counted());
      if (byWindow != 0) {
        return byWindow;
      }
    }
    return Arrays.compare(RecordJson.write(left), RecordJson.write(right));
  }

  private static int rank(Advisable item) {
    if (item.owned() != null) {
      return 0;
    }
    if (item.counted() != null) {
      return 1;
    }
    return item.outcome() != null ? 2 : 3;
  }
}
