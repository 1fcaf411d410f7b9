// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.analytics.quality.Answer;
import io.signalbox.analytics.quality.AnswerItem;
import io.signalbox.analytics.quality.Mark;
import io.signalbox.jobs.signals.TickOrder;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Answers, then marks, each by time and content. */
final class AnswerItemOrder implements TickOrder<AnswerItem> {
  private static final long serialVersionUID = 1;

  private static final Comparator<Mark> MARKS =
      Comparator.comparing(Mark::truth)
          .thenComparing(Mark::atMs)
          .thenComparing(Mark::metric)
          .thenComparing(Mark::value)
          .thenComparing(Mark::by);

  @Override
  public long tickMs(AnswerItem item) {
    return SignalBatch.tickOf(item.foundMs());
  }

  @Override
  public int compare(AnswerItem left, AnswerItem right) {
    Answer one = left.answer();
    Answer other = right.answer();
    if (one == null || other == null) {
      int byKind = Boolean.compare(one == null, other == null);
      return byKind != 0 ? byKind : compare(left.mark(), right.mark());
    }
    if (one.equals(other)) {
      return 0;
    }
    int byTime = Long.compare(one.atMs(), other.atMs());
    return byTime != 0 ? byTime : Arrays.compare(RecordJson.write(one), RecordJson.write(other));
  }

  private static int compare(@Nullable Mark left, @Nullable Mark right) {
    return left == null || right == null ? 0 : MARKS.compare(left, right);
  }
}
