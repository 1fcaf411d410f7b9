// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.analytics.quality.Observation;
import io.signalbox.jobs.signals.TickOrder;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.quality.QualityItem;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.Arrays;
import java.util.Comparator;

/** Changes, then observations, each by time and content. */
final class QualityItemOrder implements TickOrder<QualityItem> {
  private static final long serialVersionUID = 1;

  private static final Comparator<Observation> OBSERVATIONS =
      Comparator.comparingLong((Observation seen) -> seen.answer().atMs())
          .thenComparing(seen -> seen.answer().id())
          .thenComparing(Observation::metric)
          .thenComparing(Observation::truth);

  @Override
  public long tickMs(QualityItem item) {
    return SignalBatch.tickOf(item.foundMs());
  }

  @Override
  public int compare(QualityItem left, QualityItem right) {
    Observation one = left.observation();
    Observation other = right.observation();
    int byKind = Boolean.compare(one != null, other != null);
    if (byKind != 0) {
      return byKind;
    }
    if (one != null && other != null) {
      int byAnswer = OBSERVATIONS.compare(one, other);
      if (byAnswer != 0) {
        return byAnswer;
      }
    }
    return left.equals(right) ? 0 : Arrays.compare(RecordJson.write(left), RecordJson.write(right));
  }
}
