// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.events;

import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.labelled.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Points from the beginning of a segment to its first alarm, over the segments that were hit.
 *
 * @param hits how many there are
 * @param median of them
 * @param p95 95 of 100 are not above it
 */
public record Delays(int hits, int median, int p95) {
  /** Of one series, a number for each hit. */
  public static IntStream of(LabelledSeries series, IntPredicate alarm) {
    int from = EventCounter.firstRow(series);
    return series.segments().stream()
        .filter(segment -> segment.first() >= from)
        .mapToInt(segment -> delay(segment, alarm))
        .filter(delay -> delay < EventCounter.PROMPT);
  }

  private static int delay(Segment segment, IntPredicate alarm) {
    int last = Math.min(segment.last(), segment.first() + EventCounter.PROMPT - 1);
    for (int i = segment.first(); i <= last; i++) {
      if (alarm.test(i)) {
        return i - segment.first();
      }
    }
    return EventCounter.PROMPT;
  }

  /** Over all series. */
  public static Delays over(List<IntStream> series) {
    int[] sorted = series.stream().flatMapToInt(all -> all).sorted().toArray();
    return new Delays(sorted.length, rank(sorted, 0.5), rank(sorted, 0.95));
  }

  private static int rank(int[] sorted, double share) {
    int[] all = sorted.length == 0 ? new int[] {0} : sorted;
    return Arrays.stream(all).skip((long) Math.ceil(share * all.length) - 1).findFirst().orElse(0);
  }
}
