// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One answer and what is said of it, in whatever order both come, each counted once. A label
 * replaces what a judge thought, a later label an earlier one, and what is said again is not said.
 * Mutable: state of a key.
 */
public final class AnswerJoin {
  /** The answer, once it has come. */
  public @Nullable Answer answer;

  /** Whether the answer is counted under this key. */
  public boolean counted;

  /** What judges think, the latest of each metric. */
  public final TreeMap<String, Mark> judged = new TreeMap<>();

  /** Labels, the latest of each metric. */
  public final TreeMap<String, Mark> labels = new TreeMap<>();

  /** Until when it is waited for more, epoch milliseconds. */
  public long untilMs = Long.MAX_VALUE;

  /**
   * Takes in what came at one time.
   *
   * @param horizonMs how long to wait for more, from the first that came
   */
  public void fold(List<AnswerItem> items, long horizonMs, Consumer<Observation> out) {
    for (AnswerItem item : items) {
      if (untilMs == Long.MAX_VALUE) {
        untilMs = item.foundMs() + horizonMs;
      }
      if (item.mark() != null) {
        marked(item.foundMs(), item.mark(), out);
      }
      if (item.answer() != null && answer == null) {
        answered(item, item.answer(), out);
      }
    }
  }

  private void answered(AnswerItem item, Answer found, Consumer<Observation> out) {
    Answer known = found.withoutNumbers();
    answer = known;
    counted = item.counted();
    if (counted) {
      out.accept(
          Observation.of(item.foundMs(), found, Observation.ANSWERED, found.outputTokens(), false));
    }
    judged.forEach((metric, mark) -> out.accept(told(item.foundMs(), known, mark, null)));
    labels.forEach(
        (metric, mark) -> out.accept(told(item.foundMs(), known, mark, judged.get(metric))));
  }

  private void marked(long nowMs, Mark mark, Consumer<Observation> out) {
    Mark opinion = judged.get(mark.metric());
    Mark label = labels.get(mark.metric());
    Mark known = mark.truth() ? label : opinion;
    if (known != null && !mark.isAfter(known)) {
      return;
    }
    (mark.truth() ? labels : judged).put(mark.metric(), mark);
    boolean again = known != null && !mark.differsFrom(known);
    if (again || answer == null || (!mark.truth() && label != null)) {
      return;
    }
    out.accept(told(nowMs, answer, mark, mark.truth() && label != null ? label : opinion));
  }

  /** What is told of a mark that takes the place of another, or of none. */
  private Observation told(long nowMs, Answer of, Mark mark, @Nullable Mark before) {
    Mark opinion = judged.get(mark.metric());
    return new Observation(
        nowMs,
        of,
        mark.metric(),
        mark.value(),
        mark.rate(),
        before == null ? Double.NaN : before.value(),
        before != null && before.truth(),
        mark.truth(),
        mark.truth() && opinion != null ? opinion.value() : Double.NaN);
  }

  /**
   * Forgets everything when it has been waited for long enough.
   *
   * @return how much had been said of an answer that never came
   */
  public int advance(long nowMs) {
    if (untilMs > nowMs) {
      return 0;
    }
    int orphans = answer == null ? judged.size() + labels.size() : 0;
    answer = null;
    judged.clear();
    labels.clear();
    untilMs = Long.MAX_VALUE;
    return orphans;
  }

  /** True when nothing is waited for. */
  public boolean isEmpty() {
    return untilMs == Long.MAX_VALUE;
  }
}
