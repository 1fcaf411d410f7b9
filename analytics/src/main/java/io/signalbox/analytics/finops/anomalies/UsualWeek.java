// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

import io.signalbox.analytics.finops.aggregates.Flow;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.SortedMap;

/**
 * What the last usual hours used: those of a week, and up to a day more, because they are summed by
 * 24. Mutable: a part of state.
 */
public final class UsualWeek {
  private static final int HOURS_A_SUM = 24;
  private static final int SUMS = 8;

  private final Deque<UsedHours> sums = new ArrayDeque<>();

  /** No hours yet. */
  public UsualWeek() {}

  /** Of sums kept before, the oldest first. */
  public UsualWeek(Collection<UsedHours> sums) {
    this.sums.addAll(sums);
  }

  /** The sums, the oldest first; all but the last are of 24 hours. */
  public Collection<UsedHours> sums() {
    return sums;
  }

  /** Adds an hour, and forgets the oldest 24 where there are too many. */
  void add(SortedMap<String, Flow> hour) {
    UsedHours last = sums.peekLast();
    if (last == null || last.hours() == HOURS_A_SUM) {
      last = new UsedHours();
      sums.addLast(last);
    }
    last.add(hour);
    if (sums.size() > SUMS) {
      sums.removeFirst();
    }
  }

  /** All of them together. */
  UsedHours sum() {
    UsedHours all = new UsedHours();
    sums.forEach(all::add);
    return all;
  }
}
