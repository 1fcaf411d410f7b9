// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.events;

import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.labelled.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a series is free of labels: the whole of a series without any, and else what lies between
 * its segments, less a margin on either side. The first fifth is left out.
 */
final class QuietStretches {
  /** Points left out before and after a segment. */
  static final int MARGIN = 50;

  /** Shorter stretches are left out. */
  static final int SHORTEST = 100;

  /** Steps longer than this many usual ones count as that many. */
  private static final int LONGEST_STEP = 10;

  private QuietStretches() {}

  static List<Segment> of(LabelledSeries series) {
    List<Segment> quiet = new ArrayList<>();
    int from = EventCounter.firstRow(series);
    for (Segment segment : series.segments()) {
      add(quiet, from, segment.first() - MARGIN - 1);
      from = Math.max(from, segment.last() + MARGIN + 1);
    }
    add(quiet, from, series.size() - 1);
    return quiet;
  }

  private static void add(List<Segment> quiet, int first, int last) {
    if (last - first + 1 >= SHORTEST) {
      quiet.add(new Segment(first, last));
    }
  }

  /** Event time in the stretches, in milliseconds. */
  static double lengthMs(LabelledSeries series, List<Segment> stretches) {
    long[] at = series.atMs();
    long longest = LONGEST_STEP * usualStep(at);
    double sum = 0;
    for (Segment stretch : stretches) {
      for (int i = stretch.first() + 1; i <= stretch.last(); i++) {
        sum += Math.max(0, Math.min(longest, at[i] - at[i - 1]));
      }
    }
    return sum;
  }

  private static long usualStep(long[] at) {
    long[] steps = new long[Math.max(1, at.length - 1)];
    for (int i = 1; i < at.length; i++) {
      steps[i - 1] = at[i] - at[i - 1];
    }
    Arrays.sort(steps);
    return Math.max(0, steps[steps.length / 2]);
  }
}
