// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** The bins of a sketch that are not empty, each by its distance from the one before. */
public final class BinsCodec {
  private BinsCodec() {}

  /**
   * Writes bins, then their counts.
   *
   * @param bins ascending
   * @param counts as many
   */
  public static void write(FlatWriter out, int[] bins, long[] counts) {
    out.count(bins.length);
    int last = 0;
    for (int bin : bins) {
      out.count(bin - last);
      last = bin;
    }
    for (long count : counts) {
      out.count(count);
    }
  }

  /** Reads the bins. */
  public static int[] readBins(FlatReader in) {
    int[] bins = new int[in.length()];
    int last = 0;
    for (int i = 0; i < bins.length; i++) {
      last += (int) in.count();
      bins[i] = last;
    }
    return bins;
  }

  /** Reads the counts of so many bins. */
  public static long[] readCounts(FlatReader in, int bins) {
    long[] counts = new long[bins];
    for (int i = 0; i < bins; i++) {
      counts[i] = in.count();
    }
    return counts;
  }
}
