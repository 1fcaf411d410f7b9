// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** Upper tail of Student's t distribution with 8 degrees of freedom: heavy, and free of series. */
final class StudentTail {
  /** Where cancellation has eaten half of the digits. */
  private static final double LEAST = 1e-12;

  private StudentTail() {}

  /**
   * P(T >= t) by its closed form (Abramowitz and Stegun 26.7.4).
   *
   * @return 1e-12..1
   */
  static double atLeast(double t) {
    double cos2 = 8 / (8 + t * t);
    double sum = 1 + cos2 * (1 / 2.0 + cos2 * (3 / 8.0 + cos2 * (5 / 16.0)));
    double sin = t / Math.sqrt(8 + t * t);
    return Math.max(LEAST, 0.5 * (1 - sin * sum));
  }
}
