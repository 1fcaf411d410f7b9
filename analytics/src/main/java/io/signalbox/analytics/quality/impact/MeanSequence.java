// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import io.signalbox.analytics.quality.Interval;

/**
 * Intervals of the mean of bounded numbers that hold at every look together, whatever their
 * distribution. Of a number y that is never below -1 and 0 in the mean, exp(s y + (s + log(1 - s))
 * y^2) is at most 1 in the mean (X. Fan, I. Grama and Q. Liu, Electronic Journal of Probability 20,
 * 2015, lemma 4.1); the product over all numbers, and a mean of such products over several s,
 * exceeds 1 / risk ever with at most the risk (J. Ville, 1939). The distance from the mean takes
 * the place of y, so count, sum and sum of squares are all it takes, and numbers that vary little
 * have a narrow interval.
 */
final class MeanSequence {
  private static final int SCALES = 16;
  private static final int STEPS = 50;

  private MeanSequence() {}

  /**
   * The interval after so many numbers from 0 to 1.
   *
   * @param count of numbers, from 1
   * @param mean of them
   * @param variance of them, by their count
   * @param risk that the true mean is ever left out, 0..1
   */
  static Interval of(long count, double mean, double variance, double risk) {
    double enough = StrictMath.log(2 / risk);
    double in = 0;
    double out = 1;
    for (int i = 0; i < STEPS; i++) {
      double middle = (in + out) / 2;
      if (nats(count, middle, variance) < enough) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return new Interval(Math.max(0, mean - out), Math.min(1, mean + out));
  }

  /**
   * Evidence against a true mean at a distance, which grows with it: s is at most 1/2. Scales are
   * halves of each other, with weights 1 / j (j + 1), which sum to less than 1.
   */
  private static double nats(long count, double distance, double variance) {
    double most = Double.NEGATIVE_INFINITY;
    double[] each = new double[SCALES];
    double scale = 1;
    for (int j = 0; j < SCALES; j++) {
      scale /= 2;
      double price = -StrictMath.log1p(-scale) - scale;
      double perNumber = scale * distance - price * (variance + distance * distance);
      each[j] = count * perNumber - StrictMath.log((j + 1.0) * (j + 2.0));
      most = Math.max(most, each[j]);
    }
    double sum = 0;
    for (double one : each) {
      sum += StrictMath.exp(one - most);
    }
    return most + StrictMath.log(sum);
  }
}
