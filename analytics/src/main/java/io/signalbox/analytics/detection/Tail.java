// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.util.Arrays;

/**
 * How often a series was how far off: a histogram of its deviations in logarithmic bins that slowly
 * forgets. A probability is a mix of what was seen and a heavy-tailed prior, so it is never smaller
 * than the experience behind it allows, and a series that is spiky by nature is expected to be so.
 */
public final class Tail {
  /** Bins: below 2, then steps of the square root of 2, the last without end. */
  public static final int BINS = 12;

  /** Experience at which the older half counts half. */
  private static final float FORGET_AT = 8192;

  /** Weight of the prior in values, and its least share of the experience. */
  private static final double PRIOR_VALUES = 10;

  private static final double PRIOR_SHARE = 0.125;

  /** Values by deviation; the sum of all is the experience. */
  public final float[] bins = new float[BINS];

  /** Takes in so much of a value at a deviation, 0 or more. */
  void learn(double deviation, float weight) {
    bins[binOf(deviation)] += weight;
    if (bins[0] >= FORGET_AT) {
      for (int i = 0; i < BINS; i++) {
        bins[i] *= 0.5f;
      }
    }
  }

  /**
   * The probability of a deviation at least so large: (seen + w prior) / (experience + w).
   *
   * @param deviation 0 or more
   */
  double probability(double deviation) {
    int from = binOf(deviation);
    double below = 0;
    for (int i = 0; i < from; i++) {
      below += bins[i];
    }
    double above = 0;
    for (int i = from; i < BINS; i++) {
      above += bins[i];
    }
    double weight = Math.max(PRIOR_VALUES, PRIOR_SHARE * (below + above));
    return (above + weight * prior(deviation)) / (below + above + weight);
  }

  /** A survival function with a tail of the power -6 that needs no transcendental function. */
  static double prior(double deviation) {
    double half = deviation / 2;
    double base = 1 + half * half;
    return 1 / (base * base * base);
  }

  /** Forgets everything. */
  void clear() {
    Arrays.fill(bins, 0);
  }

  private static int binOf(double deviation) {
    int exponent = Math.getExponent(deviation * deviation) - 1;
    return Math.max(0, Math.min(BINS - 1, exponent));
  }
}
