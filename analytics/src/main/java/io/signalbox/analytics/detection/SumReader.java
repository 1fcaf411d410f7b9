// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.Nature;

/**
 * Turns the points of one series into values a baseline can judge: sums into rates per second and
 * means, across gaps and restarts of the process that sums. Mutable: it is a part of a series'
 * state, and its fields are what a codec stores.
 */
public final class SumReader {
  /** Largest magnitude of a value that is believed; keeps all arithmetic finite, in floats too. */
  static final double LARGEST = 1e30;

  /** A start that moved by no more is the same start: hosts compute their boot time afresh. */
  private static final long START_JITTER_MS = 2000;

  /** Event time of the last point, epoch milliseconds; 0 before the first. */
  public long atMs;

  /** Start of the last point's sum, epoch milliseconds; 0 when unknown. */
  public long startMs;

  /** Sum of the last point. */
  public double sum;

  /** Observations of the last point. */
  public long weight;

  /** True when a point can be used: in range, and no sum of what only grows below zero. */
  static boolean isPossible(Nature nature, double value, long weight) {
    return inRange(value)
        && weight >= 0
        && (value >= 0 || nature == Nature.GAUGE || isMean(nature));
  }

  /** True for a number that is within {@link #LARGEST}; false for NaN. */
  static boolean inRange(double value) {
    return Math.abs(value) <= LARGEST;
  }

  private static boolean isMean(Nature nature) {
    return nature == Nature.CUMULATIVE_MEAN || nature == Nature.DELTA_MEAN;
  }

  /**
   * Reads the next point, which must be possible and later than the last.
   *
   * @return the value, or NaN when the point alone says nothing yet
   */
  double read(Nature nature, long at, long start, double value, long observations) {
    double read =
        switch (nature) {
          case GAUGE -> value;
          case COUNTER -> rate(at, start, value);
          case DELTA -> value / seconds(0 < start && start < at ? start : atMs, at);
          case CUMULATIVE_MEAN -> newMean(start, value, observations);
          case DELTA_MEAN -> mean(value, observations);
        };
    atMs = at;
    startMs = start;
    sum = value;
    weight = observations;
    return read;
  }

  private double rate(long at, long start, double value) {
    if (restarted(start) || value < sum) {
      return start >= atMs && atMs != 0 ? value / seconds(start, at) : Double.NaN;
    }
    return (value - sum) / seconds(atMs, at);
  }

  private double newMean(long start, double value, long observations) {
    if (restarted(start) || observations < weight) {
      return start >= atMs && atMs != 0 ? mean(value, observations) : Double.NaN;
    }
    return atMs == 0 ? Double.NaN : mean(value - sum, observations - weight);
  }

  private boolean restarted(long start) {
    return Math.abs(start - startMs) > START_JITTER_MS;
  }

  private static double mean(double sum, long observations) {
    return observations > 0 ? sum / observations : Double.NaN;
  }

  /** Seconds between two times, NaN when the first is unknown or not before the second. */
  private static double seconds(long from, long to) {
    return 0 < from && from < to ? (to - from) / 1000.0 : Double.NaN;
  }
}
