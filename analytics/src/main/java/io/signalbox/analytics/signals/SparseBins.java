// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import java.util.Arrays;

/**
 * The bins of a {@link DurationSketch} that are not empty, in ascending order: for the many
 * sketches that hold a handful of durations each.
 */
public final class SparseBins {
  private int[] bins = new int[4];
  private long[] counts = new long[4];
  private int size;

  /** Counts one duration in microseconds. */
  public void addDuration(long micros) {
    add(DurationSketch.binOf(micros), 1);
  }

  /** Adds so many durations to a bin, 0..{@link DurationSketch#BINS} - 1. */
  public void add(int bin, long count) {
    int found = Arrays.binarySearch(bins, 0, size, bin);
    if (found >= 0) {
      counts[found] += count;
      return;
    }
    int at = -found - 1;
    if (size == bins.length) {
      bins = Arrays.copyOf(bins, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    System.arraycopy(bins, at, bins, at + 1, size - at);
    System.arraycopy(counts, at, counts, at + 1, size - at);
    bins[at] = bin;
    counts[at] = count;
    size++;
  }

  /** Adds bins and their counts, as cells carry them. */
  public void addAll(int[] otherBins, long[] otherCounts) {
    for (int i = 0; i < otherBins.length; i++) {
      add(otherBins[i], otherCounts[i]);
    }
  }

  /** Adds all that other bins hold. */
  public void addAll(SparseBins other) {
    for (int i = 0; i < other.size; i++) {
      add(other.bins[i], other.counts[i]);
    }
  }

  /** The bins that are not empty, ascending; a copy. */
  public int[] bins() {
    return Arrays.copyOf(bins, size);
  }

  /** Durations in each of {@link #bins()}; a copy. */
  public long[] counts() {
    return Arrays.copyOf(counts, size);
  }

  /** Durations in all bins. */
  public long total() {
    long total = 0;
    for (int i = 0; i < size; i++) {
      total += counts[i];
    }
    return total;
  }

  /** Overwrites a sketch with what is here, to ask it for quantiles. */
  public void copyTo(DurationSketch sketch) {
    sketch.clear();
    for (int i = 0; i < size; i++) {
      sketch.add(bins[i], counts[i]);
    }
  }
}
