// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.linting;

import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Follow;
import io.signalbox.patterns.language.Quantifier;
import io.signalbox.patterns.language.Stage;
import java.time.Duration;

/**
 * How many partial matches may be open on one key when for every stage one fitting event comes each
 * minute: one for each start that is still within its time, times what each stage branches into. A
 * stage that takes any later event branches once for each minute of the time; a loop of relaxed
 * events once for each number of events that is enough; a loop of any combination doubles with each
 * event.
 */
public final class OpenEstimate {
  private static final long MOST = 1_000_000_000L;

  private OpenEstimate() {}

  /** The estimate, at most a thousand million. */
  public static long of(FailurePattern pattern) {
    long minutes = Math.max(1, timeOf(pattern).toMinutes());
    long open = minutes;
    for (int i = 0; i < pattern.stages().size(); i++) {
      Stage stage = pattern.stages().get(i);
      if (i > 0 && !stage.negated() && stage.follow() == Follow.ANY) {
        open = Math.min(MOST, open * minutes);
      }
      open = Math.min(MOST, open * branches(stage.quantifier(), minutes));
    }
    return open;
  }

  private static long branches(Quantifier times, long minutes) {
    long most = Math.min(times.max(), Math.max(times.min(), minutes));
    if (times.isLoop() && times.inner() == Follow.ANY) {
      return most >= 30 ? MOST : 1L << most;
    }
    return times.isLoop() && !times.greedy() ? most - times.min() + 1 : 1;
  }

  /** The time from the first event to the last, at most. */
  public static Duration timeOf(FailurePattern pattern) {
    Duration whole = pattern.within();
    if (whole != null) {
      return whole;
    }
    Duration sum = Duration.ZERO;
    for (Stage stage : pattern.stages()) {
      if (stage.within() != null) {
        int times = Math.min(stage.quantifier().max(), 1000);
        sum = sum.plus(stage.within().multipliedBy(times));
      }
    }
    return sum;
  }
}
