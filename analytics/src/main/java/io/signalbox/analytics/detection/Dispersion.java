// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * How much more a share varies from one judgement to the next than chance alone would make it: the
 * correlation of calls judged together, by the method of moments for the beta-binomial (Griffiths,
 * Biometrics 29, 1973), on top of a prior of one in 300.
 */
final class Dispersion {
  private static final double PRIOR = 1.0 / 300;
  private static final double PRIOR_WEIGHT = 1000;
  private static final double LOOSEST = 20;
  private static final double STIFFEST = 3000;

  private double excess;
  private double weight;

  /**
   * Takes in one judgement.
   *
   * @param keep how much of the past still counts, 0..1
   * @param calls calls judged together, 1 or more
   * @param errors those that failed
   * @param share what was expected, above 0 and below 1
   */
  void learn(double keep, long calls, long errors, double share) {
    double unit = share * (1 - share);
    double off = errors - calls * share;
    excess = excess * keep + off * off - calls * unit;
    weight = weight * keep + (double) calls * (calls - 1) * unit;
  }

  /** The pseudo-calls of a beta distribution that varies as much. */
  double stiffness() {
    double correlation = (excess + PRIOR * PRIOR_WEIGHT) / (weight + PRIOR_WEIGHT);
    return correlation <= 1 / STIFFEST ? STIFFEST : Math.max(LOOSEST, 1 / correlation - 1);
  }

  void walk(Fields fields) {
    excess = fields.real(excess);
    weight = fields.real(weight);
  }
}
