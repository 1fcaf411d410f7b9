// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

/**
 * Exponentially weighted mean and variance of a series, the least that could be called a baseline:
 * what the peers compute. Flink serializes it as a POJO.
 */
public final class Ewma {
  /** Weight of a new value. */
  static final double ALPHA = 0.05;

  private static final double THRESHOLD = 6;
  private static final int WARM = 30;

  /** Values so far. */
  public long count;

  /** Weighted mean. */
  public double mean;

  /** Weighted variance. */
  public double variance;

  /**
   * Judges a value and then learns it.
   *
   * @return true when it lies more than six deviations off
   */
  public boolean add(double value) {
    double off = value - mean;
    boolean unusual = count > WARM && off * off > THRESHOLD * THRESHOLD * variance;
    if (count++ == 0) {
      mean = value;
      return false;
    }
    mean += ALPHA * off;
    variance = (1 - ALPHA) * (variance + ALPHA * off * off);
    return unusual;
  }
}
