// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.nab;

import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.nab.NabPoints.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Scores a detector on a corpus: of a window counts the best alarm in it, each alarm outside costs,
 * and one threshold holds for the whole corpus.
 */
public final class NabScorer {
  private final List<Point> points = new ArrayList<>();
  private final int windows;
  private final int reachable;

  /**
   * Takes in a corpus.
   *
   * @param scores of the files, in the same order
   */
  public NabScorer(List<LabelledSeries> files, List<double[]> scores) {
    int count = 0;
    for (int i = 0; i < files.size(); i++) {
      NabPoints.of(files.get(i), scores.get(i), count, points::add);
      count += files.get(i).segments().size();
    }
    windows = count;
    boolean[] scored = new boolean[count];
    for (Point point : points) {
      if (point.window() >= 0) {
        scored[point.window()] = true;
      }
    }
    int seen = 0;
    for (boolean one : scored) {
      seen += one ? 1 : 0;
    }
    reachable = seen;
    points.sort(Comparator.comparingDouble(Point::score).reversed());
  }

  /** At the threshold that is best for this corpus: known only after the labels are. */
  public NabResult best(NabProfile profile) {
    Sweep sweep = new Sweep(profile);
    NabResult best = sweep.result(1.1);
    int at = 0;
    while (at < points.size()) {
      double threshold = points.get(at).score();
      while (at < points.size() && points.get(at).score() == threshold) {
        sweep.alarm(points.get(at++));
      }
      if (sweep.raw > best.raw()) {
        best = sweep.result(threshold);
      }
    }
    return best;
  }

  /** At a given threshold. */
  public NabResult at(NabProfile profile, double threshold) {
    Sweep sweep = new Sweep(profile);
    for (Point point : points) {
      if (point.score() < threshold) {
        break;
      }
      sweep.alarm(point);
    }
    return sweep.result(threshold);
  }

  /** The weighed sum as the threshold falls. */
  private final class Sweep {
    private final NabProfile profile;
    private final double[] worth = new double[windows];
    private double raw;
    private int found;
    private int falsePoints;

    Sweep(NabProfile profile) {
      this.profile = profile;
      this.raw = -profile.missed * reachable;
      Arrays.fill(worth, -profile.missed);
    }

    void alarm(Point point) {
      int window = point.window();
      if (window < 0) {
        raw += point.worth() * profile.falseAlarm;
        falsePoints++;
        return;
      }
      double gained = point.worth() * profile.found;
      if (gained > worth[window]) {
        found += worth[window] == -profile.missed ? 1 : 0;
        raw += gained - worth[window];
        worth[window] = gained;
      }
    }

    NabResult result(double threshold) {
      double silent = -profile.missed * reachable;
      double perfect = windows * profile.found;
      double score = 100 * (raw - silent) / (perfect - silent);
      return new NabResult(
          profile, score, threshold, found, windows, falsePoints, raw, silent, perfect);
    }
  }
}
