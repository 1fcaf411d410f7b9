// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.runs;

import java.util.Collection;

/** Figures that a share of all does not exceed. */
public final class Quantiles {
  private Quantiles() {}

  /** The values in ascending order. */
  public static double[] sorted(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /**
   * The least of the values that at least a share of them does not exceed.
   *
   * @param sorted in ascending order
   * @param share 0..1
   * @return NaN when there are no values
   */
  public static double of(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length) - 1;
    return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, rank)];
  }
}
