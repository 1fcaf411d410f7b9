// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.Arrays;

/** Whole numbers in a row, of four bytes each until one of them needs eight. */
final class Counts {
  private static final long[] NONE = {};

  private final int[] narrow;
  private long[] wide = NONE;

  /** So many zeros. */
  Counts(int size) {
    narrow = new int[size];
  }

  long get(int at) {
    return wide.length == 0 ? narrow[at] : wide[at];
  }

  void set(int at, long count) {
    if (wide.length == 0 && count == (int) count) {
      narrow[at] = (int) count;
    } else {
      widen();
      wide[at] = count;
    }
  }

  private void widen() {
    if (wide.length == 0) {
      wide = Arrays.stream(narrow).asLongStream().toArray();
    }
  }

  /** All are zero again. */
  void clear() {
    wide = NONE;
    Arrays.fill(narrow, 0);
  }
}
