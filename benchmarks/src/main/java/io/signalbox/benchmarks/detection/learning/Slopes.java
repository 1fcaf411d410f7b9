// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

/**
 * First and second derivative of the logistic loss by the log-odds, at each example, weighed.
 *
 * @param slope by example
 * @param bend by example, not negative
 */
record Slopes(double[] slope, double[] bend) {
  /**
   * Share of what is called abnormal that is believed to be none: the log-odds of what nobody
   * disputes end near five and a half, so that a few statements of a user still outweigh them.
   */
  static final double DOUBT = 0.004;

  static Slopes of(boolean[] yes, double[] weight, double[] logOdds) {
    Slopes slopes = new Slopes(new double[yes.length], new double[yes.length]);
    for (int i = 0; i < yes.length; i++) {
      double p = 1 / (1 + StrictMath.exp(-logOdds[i]));
      slopes.slope[i] = weight[i] * (p - (yes[i] ? 1 - DOUBT : 0));
      slopes.bend[i] = weight[i] * p * (1 - p);
    }
    return slopes;
  }
}
