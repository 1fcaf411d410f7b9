// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** A trace or span id of a fixed number of bytes. */
final class Identifier {
  final int size;
  boolean valid;
  long hi;
  long lo;

  Identifier(int size) {
    this.size = size;
  }

  void clear() {
    valid = false;
    hi = 0;
    lo = 0;
  }

  /** Takes the id when it has the right length and is not all zero, else forgets. */
  void set(byte[] bytes, int offset, int length) {
    clear();
    if (length == size) {
      for (int i = 0; i < length; i++) {
        hi = (hi << 8) | (lo >>> 56);
        lo = (lo << 8) | Byte.toUnsignedLong(bytes[offset + i]);
      }
      valid = (hi | lo) != 0;
    }
  }
}
