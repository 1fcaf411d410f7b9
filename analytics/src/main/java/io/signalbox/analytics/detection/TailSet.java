// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static io.signalbox.analytics.detection.StateBytes.real;

/**
 * How often each expert is how surprised. Per expert the 98 % quantile of its statistic, followed
 * by steps in proportion, and above it a power law whose exponent is the mean logarithmic excess
 * (Hill's estimator with forgetting and a prior). The evidence of a statistic is the negative
 * logarithm of the probability of one as large.
 */
final class TailSet {
  static final int COUNT = 11;
  private static final int QUANTILES = 0;
  private static final int EXCESSES = 4 * COUNT;
  private static final int SEEN = 8 * COUNT;
  static final int BYTES = SEEN + (COUNT + 3) / 4 * 4;

  private static final double BEYOND = 0.02;

  /** Evidence at the quantile: -ln 0.02. */
  static final double AT_QUANTILE = 3.912;

  static final double MOST_EVIDENCE = 60;
  private static final double GAIN = 0.02;
  private static final double FIRST_QUANTILE = 3;
  private static final double FIRST_EXCESS = 0.35;
  private static final double PRIOR_VALUES = 10;
  private static final int MOST_SEEN = 60;
  private static final double LARGEST_EXCESS = 2.5;
  private static final double HEAVIEST_EXCESS = 0.5;
  private static final double LEAST_EXCESS = 0.08;

  private int base;
  private double gain;

  static void begin(byte[] block, int at) {
    for (int i = 0; i < COUNT; i++) {
      real(block, at + Layout.TAILS + QUANTILES + 4 * i, FIRST_QUANTILE);
      real(block, at + Layout.TAILS + EXCESSES + 4 * i, FIRST_EXCESS);
    }
  }

  void open(int at, Moment m) {
    base = at + Layout.TAILS;
    gain = Moment.max(GAIN, 2.0 / (m.count + 8));
  }

  /** The evidence of a statistic, in nats, 0..60; takes it in. */
  double judge(byte[] block, int i, double statistic) {
    double size = Math.abs(statistic);
    double quantile = real(block, base + QUANTILES + 4 * i);
    if (size <= quantile) {
      real(block, base + QUANTILES + 4 * i, quantile * (1 - gain * BEYOND));
      return AT_QUANTILE * size / quantile;
    }
    return beyond(block, i, size, quantile);
  }

  private double beyond(byte[] block, int i, double size, double quantile) {
    double excess = Approximation.ln(size / quantile);
    double mean = real(block, base + EXCESSES + 4 * i);
    int seen = block[base + SEEN + i];
    double kept = Moment.min(excess, LARGEST_EXCESS);
    double after = mean + (kept - mean) / (PRIOR_VALUES + seen);
    real(block, base + EXCESSES + 4 * i, Moment.max(after, LEAST_EXCESS));
    real(block, base + QUANTILES + 4 * i, quantile * (1 + gain * (1 - BEYOND)));
    block[base + SEEN + i] = (byte) Math.min(seen + 1, MOST_SEEN);
    return Moment.min(AT_QUANTILE + excess / mean, MOST_EVIDENCE);
  }

  /**
   * The evidence of a statistic if its tail is no heavier than one of finite variance: tails that
   * were learned from earlier faults would hide the next. Takes nothing in.
   */
  double surprise(byte[] block, int i, double statistic) {
    double size = Math.abs(statistic);
    double quantile = real(block, base + QUANTILES + 4 * i);
    if (size <= quantile) {
      return AT_QUANTILE * size / quantile;
    }
    double mean = Moment.min(real(block, base + EXCESSES + 4 * i), HEAVIEST_EXCESS);
    return Moment.min(AT_QUANTILE + Approximation.ln(size / quantile) / mean, MOST_EVIDENCE);
  }

  double quantile(byte[] block, int i) {
    return real(block, base + QUANTILES + 4 * i);
  }

  double excess(byte[] block, int i) {
    return real(block, base + EXCESSES + 4 * i);
  }
}
