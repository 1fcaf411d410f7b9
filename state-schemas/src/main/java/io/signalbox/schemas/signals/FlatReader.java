// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link FlatWriter} wrote, in the same order. */
public final class FlatReader {
  private final ByteBuffer bytes;
  private final int version;
  private final List<String> texts = new ArrayList<>();

  /**
   * Starts after the version.
   *
   * @param bytes what was written
   * @param version the only version that can be read
   * @throws IllegalArgumentException for no bytes or another version
   */
  public FlatReader(byte[] bytes, int version) {
    this(bytes, version, version);
  }

  /**
   * Starts after the version.
   *
   * @param bytes what was written
   * @param oldest the oldest version that can be read
   * @param newest the newest
   * @throws IllegalArgumentException for no bytes or another version
   */
  public FlatReader(byte[] bytes, int oldest, int newest) {
    if (bytes.length == 0 || bytes[0] < oldest || bytes[0] > newest) {
      String found = bytes.length == 0 ? "nothing" : "version " + bytes[0];
      throw new IllegalArgumentException("expected version " + newest + ", found " + found);
    }
    this.version = bytes[0];
    this.bytes = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
  }

  /** The version that was written. */
  public int version() {
    return version;
  }

  /** Reads a flag. */
  public boolean flag() {
    return count() != 0;
  }

  /**
   * Reads a number.
   *
   * @throws IllegalArgumentException when it takes more than ten bytes
   * @throws BufferUnderflowException when the bytes end before it does, as do all that read
   */
  public long count() {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      byte next = bytes.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number longer than ten bytes");
  }

  /**
   * Reads how many items follow.
   *
   * @throws IllegalArgumentException when there are not even so many bytes
   */
  public int length() {
    long length = count();
    if (length < 0 || length > bytes.remaining()) {
      throw new IllegalArgumentException(length + " items in " + bytes.remaining() + " bytes");
    }
    return (int) length;
  }

  /** Reads a number of either sign. */
  public long signed() {
    long value = count();
    return (value >>> 1) ^ -(value & 1);
  }

  /** Reads eight bytes. */
  public long fixed() {
    return bytes.getLong();
  }

  /** Reads all bits of a number. */
  public double real() {
    return Double.longBitsToDouble(fixed());
  }

  /** Reads all bits of a number in four bytes. */
  public float single() {
    return Float.intBitsToFloat(bytes.getInt());
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException when it refers to one that was not read
   */
  public String text() {
    long known = count();
    if (known < 0 || known > texts.size()) {
      throw new IllegalArgumentException("text " + known + " of " + texts.size());
    }
    if (known > 0) {
      return texts.get((int) known - 1);
    }
    int length = length();
    String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
    bytes.position(bytes.position() + length);
    texts.add(text);
    return text;
  }
}
