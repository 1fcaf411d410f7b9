// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.nab;

import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.labelled.Segment;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What an alarm at each point of a file is worth, after Lavin and Ahmad, "Evaluating Real-time
 * Anomaly Detection Algorithms" (2015), in the form that NAB v1.1 computes.
 */
final class NabPoints {
  private static final double PROBATION = 0.15;
  private static final int LONGEST_PROBATION = 750;
  private static final double AT_LEFT_EDGE = sigmoid(-1);

  private NabPoints() {}

  /**
   * A point that counts.
   *
   * @param score what the detector said
   * @param worth of an alarm here, at most 1; outside of windows below 0
   * @param window number of the window, counted over the corpus; -1 outside
   */
  record Point(double score, double worth, int window) {}

  /** Gives the points of a file behind its probation. */
  static void of(LabelledSeries file, double[] scores, int firstWindow, Consumer<Point> out) {
    int probation = (int) Math.min(Math.floor(PROBATION * file.size()), LONGEST_PROBATION);
    List<Segment> windows = file.segments();
    int next = 0;
    Segment passed = null;
    for (int i = 0; i < file.size(); i++) {
      boolean inside = next < windows.size() && i >= windows.get(next).first();
      double worth = inside ? inside(windows.get(next), i) : outside(passed, i);
      if (i >= probation) {
        out.accept(new Point(scores[i], worth, inside ? firstWindow + next : -1));
      }
      if (inside && i == windows.get(next).last()) {
        passed = windows.get(next++);
      }
    }
  }

  private static double inside(Segment window, int row) {
    double width = window.last() - window.first() + 1;
    return sigmoid(-(window.last() - row + 1) / width) / AT_LEFT_EDGE;
  }

  private static double outside(@Nullable Segment passed, int row) {
    if (passed == null) {
      return -1;
    }
    double width = passed.last() - passed.first() + 1;
    return sigmoid((row - passed.last()) / (width - 1));
  }

  private static double sigmoid(double place) {
    return place > 3 ? -1 : 2 / (1 + StrictMath.exp(5 * place)) - 1;
  }
}
