// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.DurationSketch;
import java.util.Arrays;

/** The bins of a {@link DurationSketch} that are not empty: small where few durations were seen. */
final class SparseBins {
  private int[] bins = {};
  private long[] counts = {};

  /** Adds counts to bins given in ascending order. */
  void add(int[] moreBins, long[] moreCounts) {
    if (!holds(moreBins)) {
      merge(moreBins, moreCounts);
      return;
    }
    for (int i = 0; i < moreBins.length; i++) {
      counts[Arrays.binarySearch(bins, moreBins[i])] += moreCounts[i];
    }
  }

  private boolean holds(int[] others) {
    for (int bin : others) {
      if (Arrays.binarySearch(bins, bin) < 0) {
        return false;
      }
    }
    return true;
  }

  private void merge(int[] moreBins, long[] moreCounts) {
    int[] mergedBins = new int[bins.length + moreBins.length];
    long[] mergedCounts = new long[mergedBins.length];
    int size = 0;
    int mine = 0;
    int more = 0;
    while (mine < bins.length || more < moreBins.length) {
      int next = Math.min(at(bins, mine), at(moreBins, more));
      mergedBins[size] = next;
      while (at(bins, mine) == next) {
        mergedCounts[size] += counts[mine++];
      }
      while (at(moreBins, more) == next) {
        mergedCounts[size] += moreCounts[more++];
      }
      size++;
    }
    bins = Arrays.copyOf(mergedBins, size);
    counts = Arrays.copyOf(mergedCounts, size);
  }

  private static int at(int[] bins, int i) {
    return i < bins.length ? bins[i] : Integer.MAX_VALUE;
  }

  /** All of it as a sketch that answers quantiles. */
  DurationSketch sketch() {
    DurationSketch sketch = new DurationSketch();
    for (int i = 0; i < bins.length; i++) {
      sketch.add(bins[i], counts[i]);
    }
    return sketch;
  }

  /** Durations in all bins. */
  long total() {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    return total;
  }

  void clear() {
    bins = new int[0];
    counts = new long[0];
  }

  void walk(Fields fields) {
    int size = fields.small(bins.length);
    if (size < 0 || size > DurationSketch.BINS) {
      throw new IllegalArgumentException(size + " bins where there are " + DurationSketch.BINS);
    }
    bins = Arrays.copyOf(bins, size);
    counts = Arrays.copyOf(counts, size);
    int before = 0;
    for (int i = 0; i < size; i++) {
      before += fields.small(bins[i] - before);
      bins[i] = before;
      counts[i] = fields.integer(counts[i]);
    }
  }
}
