// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A string as it lies in the request, decoded only when asked for. A flyweight: valid only inside
 * the callback that shows it.
 */
public final class Text {
  private static final byte[] NOTHING = {};

  private byte[] bytes = NOTHING;
  private int offset;
  private int length;

  void set(byte[] newBytes, int newOffset, int newLength) {
    bytes = newBytes;
    offset = newOffset;
    length = newLength;
  }

  void clear() {
    set(NOTHING, 0, 0);
  }

  /** The array it lies in. */
  public byte[] bytes() {
    return bytes;
  }

  /** Its first byte. */
  public int offset() {
    return offset;
  }

  /** Number of bytes. */
  public int length() {
    return length;
  }

  /** True when it has no bytes. */
  public boolean isEmpty() {
    return length == 0;
  }

  /** True when it has exactly these bytes. */
  public boolean is(byte[] utf8) {
    return Arrays.equals(bytes, offset, offset + length, utf8, 0, utf8.length);
  }

  /** Stable 64-bit hash of the bytes. */
  public long hash() {
    return Hash64.of(bytes, offset, length);
  }

  /** Decodes it; bytes that are not UTF-8 are replaced. */
  @Override
  public String toString() {
    return new String(bytes, offset, length, StandardCharsets.UTF_8);
  }
}
