// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.util.Arrays;

/**
 * Finds the row of a series. Telemetry comes in the same order again and again, so the row after
 * the last one is tried first; a hash table is made only when that fails, and for one table at a
 * time: what it holds can always be made again.
 */
final class SeriesIndex {
  private int[] slots = new int[256];
  private byte[] of = {};
  private int next;

  /** Begins at the first row. */
  void rewind() {
    next = 0;
  }

  /** Row of a series, or -1. */
  int find(SeriesRows rows, long id) {
    int size = rows.size();
    if (next < size && rows.id(next) == id) {
      return next++;
    }
    if (size == 0) {
      return -1;
    }
    if (of != rows.block()) {
      build(rows, size);
    }
    int mask = slots.length - 1;
    for (int slot = slotOf(id) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      int row = slots[slot] - 1;
      if (rows.id(row) == id) {
        next = row + 1;
        return row;
      }
    }
    return -1;
  }

  private void build(SeriesRows rows, int size) {
    if (slots.length < 2 * size) {
      slots = new int[Integer.highestOneBit(2 * size) * 2];
    } else {
      Arrays.fill(slots, 0);
    }
    int mask = slots.length - 1;
    for (int row = 0; row < size; row++) {
      int slot = slotOf(rows.id(row)) & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = row + 1;
    }
    of = rows.block();
  }

  private static int slotOf(long id) {
    long spread = id * 0x9e3779b97f4a7c15L;
    return (int) (spread >>> 40);
  }
}
