// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which events of a test come in time. As in the jobs the watermark trails the latest event by the
 * disorder bound and a millisecond, and an event is late when the watermark has passed the last
 * millisecond of its tick, a second.
 *
 * @param inTime indices of events that count, in the order of arrival
 * @param late indices of those that are dropped, ascending
 */
record Arrival(List<Integer> inTime, List<Integer> late) {
  private static final long TICK_MS = 1000;

  static Arrival of(PatternTest test) {
    List<Integer> order = test.arrives().isEmpty() ? byTime(test) : test.arrives();
    List<Integer> inTime = new ArrayList<>();
    List<Integer> late = new ArrayList<>();
    long watermark = Long.MIN_VALUE;
    for (int index : order) {
      long time = test.events().get(index).timeMs();
      long lastOfTick = Math.floorDiv(time, TICK_MS) * TICK_MS + TICK_MS - 1;
      (lastOfTick <= watermark ? late : inTime).add(index);
      watermark = Math.max(watermark, time - test.disorder().toMillis() - 1);
    }
    late.sort(Comparator.naturalOrder());
    return new Arrival(List.copyOf(inTime), List.copyOf(late));
  }

  private static List<Integer> byTime(PatternTest test) {
    return IntStream.range(0, test.events().size())
        .boxed()
        .sorted(Comparator.comparingLong(index -> test.events().get(index).timeMs()))
        .toList();
  }
}
