// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.plot;

import java.util.Arrays;

/**
 * The lowest and the highest value in each column of a picture: of a hundred thousand points no
 * peak is lost.
 */
final class Columns {
  final double[] low;
  final double[] high;

  Columns(int count) {
    low = new double[count];
    high = new double[count];
    Arrays.fill(low, Double.NaN);
    Arrays.fill(high, Double.NaN);
  }

  /** Takes a value; NaN is none. */
  void add(int column, double value) {
    add(column, value, value);
  }

  /** Takes a range; NaN is none. */
  void add(int column, double lower, double upper) {
    if (!Double.isNaN(lower) && !Double.isNaN(upper)) {
      low[column] = Double.isNaN(low[column]) ? lower : Math.min(low[column], lower);
      high[column] = Double.isNaN(high[column]) ? upper : Math.max(high[column], upper);
    }
  }

  boolean isEmpty(int column) {
    return Double.isNaN(low[column]);
  }

  int count() {
    return low.length;
  }
}
