// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** Tail probabilities of what is watched on an edge; arithmetic that is the same everywhere. */
final class EdgeTails {
  /** Trials beyond which a share is judged as if it were of so many. */
  private static final long MAX_TRIALS = 2000;

  private static final double LEAST = 1e-300;

  private EdgeTails() {}

  /**
   * P(X >= k) of a beta-binomial X: so many hits in n trials whose chance is Beta(a, b). The terms
   * follow from one another, C(n, i) B(i + a, n - i + b) / B(a, b), so only their ratios are
   * needed.
   *
   * @param hits 0..trials
   * @param trials 0 or more
   * @param a prior hits, greater than 0
   * @param b prior misses, greater than 0
   * @return 1e-300..1
   */
  static double atLeast(long hits, long trials, double a, double b) {
    long n = Math.min(trials, MAX_TRIALS);
    long k = n == trials ? hits : hits * n / trials;
    double above = 1;
    double term = 1;
    for (long i = k; i < n; i++) {
      term *= (n - i) * (a + i) / ((i + 1) * (b + n - i - 1));
      above += term;
    }
    double below = 0;
    term = 1;
    for (long i = k; i > 0; i--) {
      term *= i * (b + n - i) / ((n - i + 1) * (a + i - 1));
      below += term;
    }
    return Double.isInfinite(below) ? LEAST : Math.max(LEAST, above / (above + below));
  }

  /**
   * P(T >= t) of Student's t with 8 degrees of freedom, by its closed form (Abramowitz and Stegun
   * 26.7.4). Relative precision is lost below 1e-12, where it stops.
   */
  static double studentAtLeast(double t) {
    double cos2 = 8 / (8 + t * t);
    double sum = 1 + cos2 * (1 / 2.0 + cos2 * (3 / 8.0 + cos2 * (5 / 16.0)));
    double sin = t / Math.sqrt(8 + t * t);
    return Math.max(1e-12, 0.5 * (1 - sin * sum));
  }
}
