// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * The usual level of the logarithm of a duration, and how far it strays. Mutable; the fields are
 * what a codec stores. Centre and mean absolute deviation are exponentially weighted, and a value
 * pulls no further than three deviations, so a few outliers do not move them.
 */
public final class LogLevel {
  /** Values after which the oldest begin to fade: half an hour of 10 s windows. */
  private static final long MEMORY = 180;

  /** First values, taken as they are: there is no scale yet to call one of them an outlier. */
  private static final long UNCLIPPED = 3;

  /** Least deviation: a tenth up or down is nothing. */
  private static final double FLOOR = 0.1;

  /** Standard deviation of a normal distribution over its mean absolute deviation. */
  private static final double PER_MEAN_DEVIATION = 1.2533;

  /** Usual value. */
  public double centre;

  /** Mean absolute deviation from it. */
  public double deviation;

  /** Values learned from, at most the memory. */
  public long learned;

  /** Standard deviation, never below the floor. */
  double scale() {
    return Math.max(FLOOR, deviation * PER_MEAN_DEVIATION);
  }

  void learn(double value) {
    learned = Math.min(MEMORY, learned + 1);
    double rate = 1.0 / learned;
    double reach = learned <= UNCLIPPED ? Double.POSITIVE_INFINITY : 3 * scale();
    double step = Math.max(-reach, Math.min(reach, value - centre));
    if (learned > 1) {
      deviation += rate * (Math.abs(step) - deviation);
    }
    centre += rate * step;
  }

  void forget() {
    centre = 0;
    deviation = 0;
    learned = 0;
  }
}
