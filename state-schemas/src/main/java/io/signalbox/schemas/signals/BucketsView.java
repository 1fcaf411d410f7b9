// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** Buckets of one sign of an exponential histogram. */
public final class BucketsView {
  final Longs counts = new Longs();
  int offset;

  BucketsView() {}

  void clear() {
    counts.clear();
    offset = 0;
  }

  /** Index of the first bucket: bucket i covers base^i exclusive to base^(i+1) inclusive. */
  public int offset() {
    return offset;
  }

  /** Counts of the buckets from the offset up. */
  public Longs counts() {
    return counts;
  }
}
