// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.capacity;

import java.util.ArrayList;
import java.util.List;

/**
 * How the cost of a point grows with the number of parallel tasks: the universal scalability law of
 * N. Gunther, X(p) = p / (1 + contention (p - 1) + coherence p (p - 1)), in units of one task.
 *
 * @param contention share of work that is done one after the other, at least 0
 * @param coherence work that each pair of tasks makes, at least 0
 * @param measured parallelisms behind it
 */
public record Scaling(double contention, double coherence, List<Integer> measured) {

  /** No growth is known of. */
  static final Scaling LINEAR = new Scaling(0, 0, List.of(1));

  /**
   * Fits costs of a point relative to parallelism 1. Two parallelisms tell contention only; then
   * coherence is taken to be 0.
   *
   * @param parallelism one for each cost
   * @param relativeCost cost at it over cost at parallelism 1
   */
  static Scaling fit(int[] parallelism, double[] relativeCost) {
    List<Integer> measured = new ArrayList<>(List.of(1));
    List<double[]> rows = new ArrayList<>();
    List<Double> growth = new ArrayList<>();
    for (int i = 0; i < parallelism.length; i++) {
      int p = parallelism[i];
      if (p > 1) {
        rows.add(new double[] {p - 1.0, (double) p * (p - 1)});
        growth.add(Math.max(1e-6, relativeCost[i] - 1));
        if (!measured.contains(p)) {
          measured.add(p);
        }
      }
    }
    if (rows.isEmpty()) {
      return LINEAR;
    }
    double[] y = growth.stream().mapToDouble(Double::doubleValue).toArray();
    double[][] features = rows.toArray(new double[0][]);
    if (measured.size() < 3) {
      for (int i = 0; i < features.length; i++) {
        features[i] = new double[] {features[i][0]};
      }
      return new Scaling(mean(features, y), 0, measured);
    }
    double[] found = LeastSquares.fit(features, y);
    return new Scaling(found[0], found[1], measured);
  }

  private static double mean(double[][] features, double[] growth) {
    double sum = 0;
    for (int i = 0; i < growth.length; i++) {
      sum += growth[i] / features[i][0];
    }
    return sum / growth.length;
  }

  /** What so many tasks do, in units of one. */
  double capacity(int tasks) {
    return tasks / (1 + contention * (tasks - 1) + coherence * tasks * (tasks - 1.0));
  }

  /**
   * The fewest tasks that do so much, in units of one.
   *
   * @return 0 when no number of tasks does
   */
  int tasksFor(double load, int most) {
    for (int tasks = 1; tasks <= most; tasks++) {
      if (capacity(tasks) >= load) {
        return tasks;
      }
    }
    return 0;
  }
}
