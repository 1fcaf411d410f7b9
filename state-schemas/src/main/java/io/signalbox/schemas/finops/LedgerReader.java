// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.Quantities;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link LedgerWriter} wrote, in the same order. What is not so written ends in an
 * {@link IllegalArgumentException} or {@link IndexOutOfBoundsException}.
 */
public final class LedgerReader {
  private static final Meter[] METERS = Meter.values();
  private final byte[] bytes;
  private int at;

  /** Begins at a place. */
  public LedgerReader(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
  }

  /** Begins behind the version. */
  static LedgerReader of(byte[] bytes, int version) {
    if (bytes.length == 0 || bytes[0] != version) {
      String found = bytes.length == 0 ? "nothing" : "version " + bytes[0];
      throw new IllegalArgumentException("expected version " + version + ", found " + found);
    }
    return new LedgerReader(bytes, 1);
  }

  /** Begins behind the version, which may be an earlier one. */
  static LedgerReader of(byte[] bytes, int version, int earlier) {
    return of(bytes, bytes.length > 0 && bytes[0] == earlier ? earlier : version);
  }

  /** The version of what it reads. */
  int version() {
    return bytes[0];
  }

  /** What it reads; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  /** Where it is. */
  public int at() {
    return at;
  }

  /** Passes bytes over. */
  public void skip(int length) {
    at += length;
  }

  /** Reads a byte. */
  public int take() {
    return bytes[at++];
  }

  /** Reads a number of zero or more. */
  public long count() {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number longer than ten bytes");
  }

  /** Reads how many items follow. */
  public int length() {
    long length = count();
    if (length < 0 || length > bytes.length - at) {
      throw new IllegalArgumentException(length + " items in " + (bytes.length - at) + " bytes");
    }
    return (int) length;
  }

  /** Reads a number of either sign. */
  public long signed() {
    long value = count();
    return (value >>> 1) ^ -(value & 1);
  }

  /** Reads a text that is there. */
  public String text() {
    String text = optionalText();
    if (text == null) {
      throw new IllegalArgumentException("a text is missing");
    }
    return text;
  }

  /** Reads how many bytes a text has that is there, and stops in front of them. */
  int textLength() {
    int length = (int) count() - 1;
    if (length < 0 || length > bytes.length - at) {
      throw new IllegalArgumentException("a text is missing");
    }
    return length;
  }

  /** Reads a text, or null. */
  public @Nullable String optionalText() {
    int length = (int) count() - 1;
    if (length < 0) {
      return null;
    }
    String text = new String(bytes, at, length, UTF_8);
    at += length;
    return text;
  }

  /** Reads a decimal. */
  public BigDecimal decimal() {
    return decimal(count());
  }

  private BigDecimal decimal(long head) {
    int scale = (int) (head >>> 1);
    if ((head & 1) == 0) {
      return BigDecimal.valueOf(signed(), scale);
    }
    int length = length();
    BigInteger digits = new BigInteger(bytes, at, length);
    at += length;
    return new BigDecimal(digits, scale);
  }

  /** Reads quantities by meter. */
  public Map<Meter, BigDecimal> quantities() {
    Quantities quantities = new Quantities();
    int length = length();
    for (int i = 0; i < length; i++) {
      Meter meter = METERS[(int) count()];
      long head = count();
      if (head == LedgerWriter.WHOLE) {
        quantities.put(meter, signed());
      } else {
        quantities.put(meter, decimal(head));
      }
    }
    return quantities;
  }
}
