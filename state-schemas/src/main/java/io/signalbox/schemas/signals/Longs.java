// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.util.Arrays;

/** A growing list of integers that is reused. */
public final class Longs {
  private long[] values = {};
  private int size;

  Longs() {}

  void clear() {
    size = 0;
  }

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(16, size * 2));
    }
    values[size++] = value;
  }

  /** Number of integers. */
  public int size() {
    return size;
  }

  /** The integer at an index. */
  public long get(int i) {
    return values[i];
  }
}
