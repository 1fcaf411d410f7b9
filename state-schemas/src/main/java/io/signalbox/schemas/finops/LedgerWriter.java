// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.Quantities;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what ledgers are made of in few bytes: numbers, exact decimals, texts. */
public final class LedgerWriter {
  private static final int ROOM = 256;
  private static final char MOST_ASCII = 0x7f;

  /** What stands before the digits of a decimal that has no scale and fits a long. */
  static final int WHOLE = 0;

  private byte[] bytes;
  private int size;

  /** Writes nothing yet. */
  public LedgerWriter() {
    this(ROOM);
  }

  /** Writes nothing yet, with room for so many bytes. */
  LedgerWriter(int room) {
    bytes = new byte[room];
  }

  /** Forgets what was written. */
  public LedgerWriter clear() {
    size = 0;
    return this;
  }

  /** Bytes written so far. */
  public int size() {
    return size;
  }

  /** Bytes that it can hold before it takes more memory. */
  public int room() {
    return bytes.length;
  }

  /** What has been written; a copy. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** Writes a byte. */
  public LedgerWriter put(int value) {
    grow(1);
    bytes[size++] = (byte) value;
    return this;
  }

  /** Writes a number of zero or more in as few bytes as it needs. */
  public LedgerWriter count(long value) {
    grow(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /** Writes a number of either sign. */
  public LedgerWriter signed(long value) {
    return count((value << 1) ^ (value >> 63));
  }

  /** Writes a text, or null. */
  public LedgerWriter text(@Nullable String value) {
    if (value == null) {
      return count(0);
    }
    int before = size;
    int length = value.length();
    count(length + 1L).grow(length);
    for (int i = 0; i < length; i++) { // most texts are ASCII, and need no copy then
      char c = value.charAt(i);
      if (c > MOST_ASCII) {
        size = before;
        return utf8(value);
      }
      bytes[size + i] = (byte) c;
    }
    size += length;
    return this;
  }

  private LedgerWriter utf8(String value) {
    byte[] utf8 = value.getBytes(UTF_8);
    return count(utf8.length + 1L).raw(utf8, 0, utf8.length);
  }

  /** Writes bytes as they are. */
  public LedgerWriter raw(byte[] from, int at, int length) {
    grow(length);
    System.arraycopy(from, at, bytes, size, length);
    size += length;
    return this;
  }

  /** Writes what another has written. */
  public LedgerWriter raw(LedgerWriter other) {
    return raw(other.bytes, 0, other.size);
  }

  /** Writes all digits of a decimal; most have so few that they fit a long. */
  public LedgerWriter decimal(BigDecimal value) {
    if (value.precision() <= 18) {
      long digits = value.scale() == 0 ? value.longValue() : value.unscaledValue().longValue();
      return count((long) value.scale() << 1).signed(digits);
    }
    byte[] digits = value.unscaledValue().toByteArray();
    return count(((long) value.scale() << 1) | 1)
        .count(digits.length)
        .raw(digits, 0, digits.length);
  }

  /** Writes quantities by meter; a meter is its place among the meters, which is never changed. */
  public LedgerWriter quantities(Map<Meter, BigDecimal> quantities) {
    Quantities all = Quantities.of(quantities);
    count(all.size());
    for (int i = 0; i < all.size(); i++) {
      count(all.meter(i).ordinal());
      if (all.isWhole(i)) {
        count(WHOLE).signed(all.whole(i));
      } else {
        decimal(all.amount(i));
      }
    }
    return this;
  }

  private void grow(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }
}
