// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.util.Arrays;

/**
 * The texts that the rows of a batch refer to: short length and UTF-8 each, one after the other.
 * What comes twice is kept once, so where a text lies hangs only on what was asked for before.
 */
final class PointTexts {
  private static final int FIRST_SLOTS = 64;
  private static final byte[] NOTHING = {};

  private byte[] bytes = new byte[1024];
  private int size;

  /** Number of an entry + 1 by its hash, 0 where there is none. */
  private int[] slots = new int[FIRST_SLOTS];

  private Entry[] entries = new Entry[FIRST_SLOTS / 2];
  private int count;

  /** What an entry was made of, which mostly comes again as the same arrays. */
  private static final class Entry {
    long hash;
    byte[] head = NOTHING;
    byte[] tail = NOTHING;
    int at;
  }

  /** Forgets all. */
  void clear() {
    size = 0;
    count = 0;
    Arrays.fill(slots, 0);
  }

  /** Bytes of all texts with their lengths. */
  int size() {
    return size;
  }

  /** Bytes of memory that it holds for them. */
  int capacity() {
    return bytes.length;
  }

  void copyTo(byte[] target, int at) {
    System.arraycopy(bytes, 0, target, at, size);
  }

  /** Where a text lies that is not looked for; it is cut at the greatest length of a label. */
  int add(byte[] utf8, int from, int length) {
    int at = begin();
    append(utf8, from, length, at);
    return at;
  }

  /**
   * Where a text of two parts lies.
   *
   * @param hash of both; equal texts have equal hashes
   * @param head nobody writes to it any more
   * @param tail nor to this
   */
  int find(long hash, byte[] head, byte[] tail) {
    int mask = slots.length - 1;
    int slot = (int) (hash >>> 32) & mask;
    for (; slots[slot] != 0; slot = (slot + 1) & mask) {
      Entry entry = entries[slots[slot] - 1];
      if (entry.hash == hash && isOf(entry, head, tail)) {
        return entry.at;
      }
    }
    return addNew(slot, hash, head, tail);
  }

  private static boolean isOf(Entry entry, byte[] head, byte[] tail) {
    return (entry.head == head && entry.tail == tail)
        || (Arrays.equals(entry.head, head) && Arrays.equals(entry.tail, tail));
  }

  private int addNew(int slot, long hash, byte[] head, byte[] tail) {
    if (count == entries.length) {
      grow();
      return find(hash, head, tail);
    }
    int at = begin();
    append(head, 0, head.length, at);
    append(tail, 0, tail.length, at);
    Entry entry = entries[count];
    if (entry == null) {
      entry = new Entry();
      entries[count] = entry;
    }
    entry.hash = hash;
    entry.head = head;
    entry.tail = tail;
    entry.at = at;
    slots[slot] = ++count;
    return at;
  }

  private void grow() {
    entries = Arrays.copyOf(entries, 2 * count);
    slots = new int[4 * count];
    int mask = slots.length - 1;
    for (int i = 0; i < count; i++) {
      int slot = (int) (entries[i].hash >>> 32) & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = i + 1;
    }
  }

  private int begin() {
    int at = size;
    reserve(Short.BYTES);
    PointRows.SHORT.set(bytes, at, (short) 0);
    size += Short.BYTES;
    return at;
  }

  private void append(byte[] utf8, int from, int length, int at) {
    int already = (short) PointRows.SHORT.get(bytes, at);
    int taken = Math.min(length, PointRows.LONGEST_LABEL - already);
    reserve(taken);
    System.arraycopy(utf8, from, bytes, size, taken);
    size += taken;
    PointRows.SHORT.set(bytes, at, (short) (already + taken));
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }
}
