// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.runs;

import java.util.Arrays;

/** The figure that is quoted of several rounds. */
public final class Medians {
  private Medians() {}

  /**
   * The middle value, or the mean of the two in the middle.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static double of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** Greatest over least value less 1: how far the rounds lie apart. */
  public static double spread(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length - 1] / sorted[0] - 1;
  }
}
