// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often which outcomes came. Counts are never changed, so sums may share them. */
public final class OutcomeCounts {
  /** Of nothing: nearly all sums have these. */
  public static final SortedMap<String, Long> NONE = Collections.emptySortedMap();

  private OutcomeCounts() {}

  /** Counts of one outcome, which may be taken off. */
  public static SortedMap<String, Long> of(String name, long count) {
    return sum(NONE, new TreeMap<>(Collections.singletonMap(name, count)));
  }

  /** Both together; what comes to nothing is not in there. */
  public static SortedMap<String, Long> sum(
      SortedMap<String, Long> some, SortedMap<String, Long> more) {
    if (more.isEmpty()) {
      return some;
    }
    TreeMap<String, Long> sum = new TreeMap<>(some);
    more.forEach((name, count) -> sum.merge(name, count, Long::sum));
    sum.values().removeIf(count -> count == 0);
    return Collections.unmodifiableSortedMap(sum);
  }
}
