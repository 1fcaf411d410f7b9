// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.util.Arrays;

/**
 * Quantiles of durations by DDSketch (Masson, Rim, Lee, VLDB 2019): logarithmic bins with integer
 * counts, so that merging is exact and independent of order. The relative error of a quantile is at
 * most 2 %; durations below 1 us count as 1 us, those above about 3 hours as 3 hours.
 */
public final class DurationSketch {
  /** Ratio of the bounds of one bin: (1 + a) / (1 - a) with a = 0.02. */
  private static final double GAMMA = 1.02 / 0.98;

  /** Number of bins. */
  public static final int BINS = 580;

  /**
   * Upper bound of each bin in microseconds, built by multiplication so that it is exact anywhere.
   */
  private static final double[] BOUNDS = new double[BINS];

  static {
    double bound = 1;
    for (int i = 0; i < BINS; i++) {
      BOUNDS[i] = bound;
      bound *= GAMMA;
    }
  }

  private final long[] counts = new long[BINS];
  private long total;

  /** The bin that holds a duration in microseconds. */
  public static int binOf(long micros) {
    int found = Arrays.binarySearch(BOUNDS, (double) micros);
    return Math.min(found >= 0 ? found : -found - 1, BINS - 1);
  }

  /** Adds so many durations to a bin, 0..{@link #BINS} - 1. */
  public void add(int bin, long count) {
    counts[bin] += count;
    total += count;
  }

  /** Durations in a bin. */
  public long count(int bin) {
    return counts[bin];
  }

  /** Durations in all bins. */
  public long total() {
    return total;
  }

  /** Adds all that another sketch holds. */
  public void merge(DurationSketch other) {
    for (int bin = 0; bin < BINS; bin++) {
      counts[bin] += other.counts[bin];
    }
    total += other.total;
  }

  /** Forgets everything. */
  public void clear() {
    Arrays.fill(counts, 0);
    total = 0;
  }

  /**
   * The value below which a share of the durations lies.
   *
   * @param share 0..1
   * @return microseconds, 0 when the sketch is empty
   */
  public long quantile(double share) {
    long rank = Math.max(1, (long) Math.ceil(share * total));
    long seen = 0;
    for (int bin = 0; bin < BINS; bin++) {
      seen += counts[bin];
      if (seen >= rank && seen > 0) {
        return Math.round(BOUNDS[bin] * 2 / (1 + GAMMA));
      }
    }
    return 0;
  }
}
