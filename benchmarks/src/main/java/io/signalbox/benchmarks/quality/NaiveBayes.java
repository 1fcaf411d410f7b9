// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import java.util.List;

/**
 * The classifier whose errors are watched: naive Bayes that learns with every row, with normal
 * distributions of numbers and counts of named values.
 */
final class NaiveBayes {
  private static final double LEAST_VARIANCE = 1e-4;

  private final List<Attribute> attributes;
  private final double[] rows;
  private final double[][][] named;
  private final double[][] means;
  private final double[][] squares;

  /**
   * One that has learned nothing.
   *
   * @param attributes those of a row, without its class
   * @param classes how many there are
   */
  NaiveBayes(List<Attribute> attributes, int classes) {
    this.attributes = attributes;
    rows = new double[classes];
    named = new double[classes][attributes.size()][];
    means = new double[classes][attributes.size()];
    squares = new double[classes][attributes.size()];
    for (double[][] counts : named) {
      for (int a = 0; a < counts.length; a++) {
        counts[a] = new double[attributes.get(a).names().size()];
      }
    }
  }

  /**
   * The likeliest class.
   *
   * @param values numbers, or the places of names; NaN where unknown
   */
  int classify(double[] values) {
    double all = 0;
    for (double count : rows) {
      all += count;
    }
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < rows.length; c++) {
      double likelihood = Math.log((rows[c] + 1) / (all + rows.length));
      for (int a = 0; a < values.length; a++) {
        likelihood += Double.isNaN(values[a]) ? 0 : logDensity(c, a, values[a]);
      }
      if (likelihood > most) {
        most = likelihood;
        best = c;
      }
    }
    return best;
  }

  private double logDensity(int c, int a, double value) {
    if (attributes.get(a).isNamed()) {
      return Math.log((named[c][a][(int) value] + 1) / (rows[c] + named[c][a].length));
    }
    if (rows[c] < 2) {
      return 0;
    }
    double variance = Math.max(squares[c][a] / (rows[c] - 1), LEAST_VARIANCE);
    double off = value - means[c][a];
    return -0.5 * (off * off / variance + Math.log(variance));
  }

  /** Learns a row and its class; running moments by B. P. Welford, Technometrics 4 (1962). */
  void learn(double[] values, int c) {
    rows[c]++;
    for (int a = 0; a < values.length; a++) {
      if (Double.isNaN(values[a])) {
        continue;
      }
      if (attributes.get(a).isNamed()) {
        named[c][a][(int) values[a]]++;
      } else {
        double off = values[a] - means[c][a];
        means[c][a] += off / rows[c];
        squares[c][a] += off * (values[a] - means[c][a]);
      }
    }
  }
}
