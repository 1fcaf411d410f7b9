// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * Logarithm and exponential from exact operations alone, so that they have the same bits on every
 * machine. Good to about six digits, which is more than any tail deserves.
 */
final class Approximation {
  private static final double LN_2 = 0.6931471805599453;
  private static final double PER_LN_2 = 1.4426950408889634;

  /** Log-odds beyond which a probability is as good as 0 or 1. */
  private static final double CERTAIN = 30;

  private static final long MANTISSA = 0xfffffffffffffL;
  private static final long ONE = 0x3ff0000000000000L;
  private static final long ROOT_2 = Double.doubleToRawLongBits(1.4142135623730951);

  private Approximation() {}

  /**
   * Natural logarithm by the series of the inverse hyperbolic tangent.
   *
   * @param x positive and normal
   */
  static double ln(double x) {
    long bits = Double.doubleToRawLongBits(x);
    long scaled = (bits & MANTISSA) | ONE;
    long half = (ROOT_2 - scaled) >>> 63; // 1 above the root: no branch, for it would be guessed
    int exponent = (int) ((bits >>> 52) + half) - 1023;
    double mantissa = Double.longBitsToDouble(scaled - (half << 52));
    double z = (mantissa - 1) / (mantissa + 1);
    double square = z * z;
    double series =
        1 + square * (1 / 3.0 + square * (0.2 + square * (1 / 7.0 + square * (1 / 9.0))));
    return exponent * LN_2 + 2 * z * series;
  }

  /**
   * Exponential by a Taylor polynomial of the remainder.
   *
   * @param x -700..700
   */
  static double exp(double x) {
    double scaled = x * PER_LN_2;
    int whole = (int) Math.floor(scaled + 0.5);
    double rest = (scaled - whole) * LN_2;
    double power =
        1 + rest * (1 + rest * (0.5 + rest * (1 / 6.0 + rest * (1 / 24.0 + rest * (1 / 120.0)))));
    return power * Double.longBitsToDouble((long) (whole + 1023) << 52);
  }

  /** The probability with these log-odds, 0..1, never quite either. */
  static double logistic(double logOdds) {
    return 1 / (1 + exp(-Moment.max(-CERTAIN, Moment.min(CERTAIN, logOdds))));
  }
}
