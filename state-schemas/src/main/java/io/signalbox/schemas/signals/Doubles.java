// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.util.Arrays;

/** A growing list of doubles that is reused. */
public final class Doubles {
  private double[] values = {};
  private int size;

  Doubles() {}

  void clear() {
    size = 0;
  }

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(16, size * 2));
    }
    values[size++] = value;
  }

  /** Number of doubles. */
  public int size() {
    return size;
  }

  /** The double at an index. */
  public double get(int i) {
    return values[i];
  }
}
