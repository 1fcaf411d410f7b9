// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * How much longer a service takes for each bit of load more, so that a duration can be judged as it
 * would be at the usual load: a busy hour is no fault. A running regression of the logarithm of the
 * duration on that of the rate, shrunk by the share of the variance it explains and by how little
 * was seen, and never corrected by more than a factor of {@link #MOST_FACTOR}. Mutable; the fields
 * are what a codec stores.
 */
final class LoadEffect {
  /** Windows of 10 s after which the oldest begin to fade: two days. */
  private static final double MEMORY = 17_280;

  /** Windows at which half of the slope is believed: an hour and a half. */
  private static final double HALF_BELIEVED = 540;

  private static final double STEEPEST = 1.5;
  static final double MOST_FACTOR = 3;

  /** Windows that are taken in whole, before there is a spread to clip by. */
  private static final double UNCLIPPED = 30;

  private static final double CLIP = 3;

  /** Added to durations (microseconds): below half a millisecond they are noise of scheduling. */
  private static final double NOISE_US = 500;

  private double windows;
  private double meanLoad;
  private double meanTime;
  private double loadVariance;
  private double timeVariance;
  private double covariance;

  /**
   * A duration as it would be at the usual load.
   *
   * @param micros observed duration, microseconds
   * @param rate requests per second of the same window, above 0
   * @return microseconds, within a factor of {@link #MOST_FACTOR} of what was observed
   */
  double atUsualLoad(double micros, double rate) {
    double shift = slope() * (StrictMath.log(rate) - meanLoad);
    double factor = StrictMath.exp(-shift);
    return micros * Math.max(1 / MOST_FACTOR, Math.min(MOST_FACTOR, factor));
  }

  /** Exponent of duration over rate that is believed, 0..{@link #STEEPEST}. */
  private double slope() {
    double unexplained = loadVariance * timeVariance;
    if (unexplained <= 0 || covariance <= 0) {
      return 0;
    }
    double raw = Math.min(STEEPEST, covariance / loadVariance);
    double explained = Math.min(1, covariance * covariance / unexplained);
    return raw * explained * windows / (windows + HALF_BELIEVED);
  }

  /**
   * Takes in a window.
   *
   * @param micros observed duration, microseconds
   * @param rate requests per second, above 0
   */
  void learn(double micros, double rate) {
    windows = Math.min(MEMORY, windows + 1);
    double gain = 1 / windows;
    double load = clipped(StrictMath.log(rate) - meanLoad, loadVariance);
    double time = clipped(StrictMath.log(micros + NOISE_US) - meanTime, timeVariance);
    meanLoad += gain * load;
    meanTime += gain * time;
    if (windows > 1) {
      double keep = 1 - gain;
      loadVariance = keep * (loadVariance + gain * load * load);
      timeVariance = keep * (timeVariance + gain * time * time);
      covariance = keep * (covariance + gain * load * time);
    }
  }

  private double clipped(double off, double variance) {
    double reach = windows <= UNCLIPPED ? Double.MAX_VALUE : CLIP * Math.sqrt(variance);
    return Math.max(-reach, Math.min(reach, off));
  }

  void walk(Fields fields) {
    windows = fields.real(windows);
    meanLoad = fields.real(meanLoad);
    meanTime = fields.real(meanTime);
    loadVariance = fields.real(loadVariance);
    timeVariance = fields.real(timeVariance);
    covariance = fields.real(covariance);
  }
}
