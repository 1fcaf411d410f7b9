// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.capacity;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;

/** Fits costs, which cannot be negative, so that relative errors are least. */
final class LeastSquares {
  private static final double SINGULAR = 1e-9;

  private LeastSquares() {}

  /**
   * Coefficients, none negative, of y = sum of coefficient x feature. A feature whose coefficient
   * would be negative, or cannot be told from the others, is left out, the last one first.
   *
   * @param features one row for each observation, the first feature being the most trusted
   * @param y positive observations
   * @return one coefficient for each feature, 0 for those left out
   */
  static double[] fit(double[][] features, double[] y) {
    int width = features[0].length;
    List<Integer> used = new ArrayList<>();
    for (int i = 0; i < Math.min(width, y.length); i++) {
      used.add(i);
    }
    while (used.size() > 1) {
      double[] found = solve(features, y, used);
      int worst = -1;
      for (int i = 0; i < found.length; i++) {
        worst = found[i] < 0 || Double.isNaN(found[i]) ? i : worst;
      }
      if (worst < 0) {
        return spread(found, used, width);
      }
      used.remove(worst);
    }
    return spread(solve(features, y, used), used, width);
  }

  private static double[] solve(double[][] features, double[] y, List<Integer> used) {
    double[][] rows = new double[y.length][used.size()];
    double[] ones = new double[y.length];
    for (int row = 0; row < y.length; row++) {
      for (int i = 0; i < used.size(); i++) {
        rows[row][i] = features[row][used.get(i)] / y[row];
      }
      ones[row] = 1;
    }
    var solver = new QRDecomposition(new Array2DRowRealMatrix(rows, false), SINGULAR).getSolver();
    if (!solver.isNonSingular()) {
      double[] none = new double[used.size()];
      none[used.size() - 1] = Double.NaN;
      return none;
    }
    return solver.solve(new ArrayRealVector(ones, false)).toArray();
  }

  private static double[] spread(double[] found, List<Integer> used, int width) {
    double[] all = new double[width];
    for (int i = 0; i < found.length; i++) {
      all[used.get(i)] = found[i];
    }
    return all;
  }
}
