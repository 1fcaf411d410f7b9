// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/**
 * Sets of runs of one direction as bits of a long: those of the first channel by size, then those
 * of the next. In arrays, runs downwards of a channel follow those upwards. Up to seven channels.
 */
final class RunBits {
  private static final int SIZES = EventWeights.SIZE_COUNT;

  private RunBits() {}

  /** All runs of one direction. */
  static long all(int channels) {
    return (1L << (channels * SIZES)) - 1;
  }

  /** Those of a channel and of all after it. */
  static long from(int channel, int channels) {
    return all(channels) & (-1L << (channel * SIZES));
  }

  static long of(int run) {
    return 1L << (channel(run) * SIZES + run % SIZES);
  }

  /**
   * The first run of a set that is not empty.
   *
   * @param down bits of which the run is one downwards
   */
  static int first(long bits, long down) {
    int bit = Long.numberOfTrailingZeros(bits);
    return bit + (bit & -SIZES) + SIZES * (int) ((down >>> bit) & 1);
  }

  static boolean isUp(int run) {
    return (run & SIZES) == 0;
  }

  static int channel(int run) {
    return run / EventWeights.RUNS;
  }
}
