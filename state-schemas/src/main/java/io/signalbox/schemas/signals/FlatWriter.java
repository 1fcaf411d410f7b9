// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes flat bytes, the first of which is the version. A text is written out where it first occurs
 * and referred to by number afterwards. {@link FlatReader} reads it back in the same order.
 */
public final class FlatWriter {
  /** Texts of small blocks are few, and comparing them is cheaper than a map. */
  private static final int FEW = 12;

  private final String[] few = new String[FEW];
  private final Map<String, Integer> more = new HashMap<>(0);
  private int texts;
  private byte[] bytes = new byte[256];
  private int size;

  /** Starts with a version, 1..127. */
  public FlatWriter(int version) {
    bytes[size++] = (byte) version;
  }

  /** Writes 0 or 1. */
  public FlatWriter flag(boolean value) {
    return count(value ? 1 : 0);
  }

  /** Writes a number in as few bytes as it needs, seven bits each; negative ones take ten. */
  public FlatWriter count(long value) {
    grow(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /** Writes a number of either sign in as few bytes as its size needs. */
  public FlatWriter signed(long value) {
    return count((value << 1) ^ (value >> 63));
  }

  /** Writes eight bytes. */
  public FlatWriter fixed(long value) {
    grow(8);
    ByteBuffer.wrap(bytes).putLong(size, value);
    size += 8;
    return this;
  }

  /** Writes all bits of a number. */
  public FlatWriter real(double value) {
    return fixed(Double.doubleToRawLongBits(value));
  }

  /** Writes all bits of a number of seven digits in four bytes. */
  public FlatWriter single(float value) {
    grow(4);
    ByteBuffer.wrap(bytes).putInt(size, Float.floatToRawIntBits(value));
    size += 4;
    return this;
  }

  /** Writes a text. */
  public FlatWriter text(String value) {
    int known = numberOf(value);
    if (known > 0) {
      return count(known);
    }
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    count(0).count(utf8.length);
    grow(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
    return this;
  }

  /** The number of a text that was written before; 0 for another, which then has the next one. */
  private int numberOf(String value) {
    int first = Math.min(texts, FEW);
    for (int i = 0; i < first; i++) {
      if (value.equals(few[i])) {
        return i + 1;
      }
    }
    if (texts < FEW) {
      few[texts++] = value;
      return 0;
    }
    Integer known = more.putIfAbsent(value, texts + 1);
    if (known != null) {
      return known;
    }
    texts++;
    return 0;
  }

  /** What has been written; a copy. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void grow(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }
}
