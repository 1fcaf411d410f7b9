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
   * The middle of the durations: the mean, on a logarithmic scale, of those between the quartiles.
   * Where all are alike it is the median; but where about half are fast and half slow the median
   * jumps from the ones to the others by the chance of a few calls, and this moves with their
   * share.
   *
   * @return microseconds, 0 when the sketch is empty
   */
  public double middle() {
    long seen = 0; // four times the rank, so that quartiles are whole
    long inside = 0;
    double sum = 0;
    for (int bin = 0; bin < BINS && seen < 3 * total; bin++) {
      long from = Math.max(total, seen);
      seen += 4 * counts[bin];
      long within = Math.max(0, Math.min(3 * total, seen) - from);
      sum += (double) within * StrictMath.log(valueOf(bin));
      inside += within;
    }
    return inside == 0 ? 0 : StrictMath.exp(sum / (double) inside);
  }

  private static double valueOf(int bin) {
    return BOUNDS[bin] * 2 / (1 + GAMMA);
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
        return Math.round(valueOf(bin));
      }
    }
    return 0;
  }
}
