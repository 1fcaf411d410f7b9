// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.evaluation;

import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.scoring.Detector;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/** Measures what a point costs, in cpu time of one thread: that of others does not count. */
final class CostProbe {
  private static final int POINTS = 600_000;
  private static final int SLOW_POINTS = 20_000;
  private static final int ROUNDS = 3;

  private CostProbe() {}

  /**
   * Runs the series in turn until enough points are measured, a few times, and takes the best.
   *
   * @return nanoseconds a point
   */
  static double nanoseconds(Detector detector, List<LabelledSeries> series) {
    int wanted = detector.slow() ? SLOW_POINTS : POINTS;
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      best = Math.min(best, round(detector, series, wanted));
    }
    return best;
  }

  private static double round(Detector detector, List<LabelledSeries> series, int wanted) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] points = new long[1];
    double[] seen = new double[1];
    long began = threads.getCurrentThreadCpuTime();
    for (int i = 0; points[0] < wanted; i = (i + 1) % series.size()) {
      Verdicts.run(
          detector,
          series.get(i),
          (row, said) -> {
            points[0]++;
            seen[0] += said.score;
          });
      if (i == series.size() - 1 && points[0] == 0) {
        return 0;
      }
    }
    long took = threads.getCurrentThreadCpuTime() - began;
    // What was said is used, so that none of it can be left out.
    return Double.isNaN(seen[0]) ? Double.NaN : (double) took / points[0];
  }
}
