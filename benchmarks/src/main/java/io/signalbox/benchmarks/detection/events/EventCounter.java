// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.events;

import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.labelled.Segment;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Counts events: a segment is hit by an alarm in its first {@link #PROMPT} points and by none
 * later; an alarm outside of segments is false, and those that follow a counted one within {@link
 * #MERGED} points are that one. Nothing is adjusted to what a detector said elsewhere in a segment.
 * The first fifth of a series is left out, and with it every segment that begins there.
 */
public final class EventCounter {
  /** Points of a segment in which it must be found. */
  public static final int PROMPT = 8;

  /** Points within which false alarms are one. */
  public static final int MERGED = 10;

  private EventCounter() {}

  /** The first row that counts. */
  public static int firstRow(LabelledSeries series) {
    return series.size() / 5;
  }

  /**
   * Counts a series.
   *
   * @param alarm tells whether there is an alarm at a row
   */
  public static EventCount count(LabelledSeries series, IntPredicate alarm) {
    List<Segment> segments = series.segments();
    int from = firstRow(series);
    int next = 0;
    long hits = 0;
    long falseAlarms = 0;
    int counted = -MERGED - 1;
    int hit = -1;
    for (int i = from; i < series.size(); i++) {
      while (next < segments.size() && segments.get(next).last() < i) {
        next++;
      }
      if (!alarm.test(i)) {
        continue;
      }
      boolean inside = next < segments.size() && segments.get(next).first() <= i;
      if (!inside && i - counted > MERGED) {
        falseAlarms++;
        counted = i;
      }
      if (inside && next != hit && isPrompt(segments.get(next), i, from)) {
        hits++;
        hit = next;
      }
    }
    return new EventCount(hits, segmentsFrom(segments, from), falseAlarms);
  }

  private static boolean isPrompt(Segment segment, int row, int from) {
    return segment.first() >= from && row - segment.first() < PROMPT;
  }

  private static long segmentsFrom(List<Segment> segments, int from) {
    return segments.stream().filter(segment -> segment.first() >= from).count();
  }
}
