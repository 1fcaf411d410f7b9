// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes protobuf's wire format straight into one growing array, without an object tree. Lengths
 * are always the shortest varint, as other writers make them. Field numbers are 1..2^28-1; nothing
 * is left out because it is zero: the caller decides what to write.
 */
public final class ProtoWriter {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LONGEST_VARINT = 10;

  private byte[] buffer;
  private int size;

  /**
   * Makes an empty writer.
   *
   * @param capacity bytes to reserve at first, at least 16
   */
  public ProtoWriter(int capacity) {
    buffer = new byte[Math.max(16, capacity)];
  }

  /** Bytes written so far. */
  public int size() {
    return size;
  }

  /** Forgets what was written and keeps the room. */
  public ProtoWriter clear() {
    size = 0;
    return this;
  }

  /** A copy of what was written. */
  public byte[] toBytes() {
    return Arrays.copyOf(buffer, size);
  }

  /** An int32, int64, uint32, uint64, enum or bool field. */
  public ProtoWriter varint(int field, long value) {
    tag(field, 0);
    rawVarint(value);
    return this;
  }

  /** A sint32 field. */
  public ProtoWriter zigzag(int field, int value) {
    return varint(field, Integer.toUnsignedLong((value << 1) ^ (value >> 31)));
  }

  /** A fixed64 or sfixed64 field. */
  public ProtoWriter fixed64(int field, long value) {
    tag(field, 1);
    rawFixed64(value);
    return this;
  }

  /** A fixed32 or sfixed32 field. */
  public ProtoWriter fixed32(int field, int value) {
    tag(field, 5);
    ensure(4);
    INTS.set(buffer, size, value);
    size += 4;
    return this;
  }

  /** A double field. */
  public ProtoWriter number(int field, double value) {
    return fixed64(field, Double.doubleToRawLongBits(value));
  }

  /** A bytes field, or a message that is already encoded. */
  public ProtoWriter bytes(int field, byte[] value) {
    tag(field, 2);
    rawVarint(value.length);
    return raw(value);
  }

  /** A bytes field of sixteen bytes: two numbers, big-endian, as trace ids are. */
  public ProtoWriter bytes16(int field, long high, long low) {
    tag(field, 2);
    rawVarint(16);
    rawFixed64(Long.reverseBytes(high));
    rawFixed64(Long.reverseBytes(low));
    return this;
  }

  /** A bytes field of eight bytes, big-endian, as span ids are. */
  public ProtoWriter bytes8(int field, long value) {
    tag(field, 2);
    rawVarint(8);
    rawFixed64(Long.reverseBytes(value));
    return this;
  }

  /** A string field. */
  public ProtoWriter text(int field, String value) {
    tag(field, 2);
    int length = value.length();
    ensure(length + LONGEST_VARINT);
    int mark = size;
    rawVarint(length);
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c >= 0x80) {
        size = mark;
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        rawVarint(encoded.length);
        return raw(encoded);
      }
      buffer[size++] = (byte) c;
    }
    return this;
  }

  /** Bytes that are already fields. */
  public ProtoWriter raw(byte[] fields) {
    ensure(fields.length);
    System.arraycopy(fields, 0, buffer, size, fields.length);
    size += fields.length;
    return this;
  }

  /** A varint without a tag, for packed fields. */
  public ProtoWriter rawVarint(long value) {
    ensure(LONGEST_VARINT);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      buffer[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    buffer[size++] = (byte) rest;
    return this;
  }

  /** Eight bytes without a tag, for packed fields. */
  public ProtoWriter rawFixed64(long value) {
    ensure(8);
    LONGS.set(buffer, size, value);
    size += 8;
    return this;
  }

  /**
   * Opens a nested message or packed field.
   *
   * @return a mark to hand to {@link #end}
   */
  public int begin(int field) {
    tag(field, 2);
    ensure(1);
    return ++size;
  }

  /** Closes what {@link #begin} opened; the innermost first. */
  public void end(int mark) {
    int length = size - mark;
    int extra = varintSize(length) - 1;
    if (extra > 0) {
      ensure(extra);
      System.arraycopy(buffer, mark, buffer, mark + extra, length);
    }
    size = mark - 1;
    rawVarint(length);
    size += length;
  }

  private void tag(int field, int wireType) {
    rawVarint(((long) field << 3) | wireType);
  }

  private static int varintSize(int value) {
    return (38 - Integer.numberOfLeadingZeros(value | 1)) / 7;
  }

  private void ensure(int more) {
    if (buffer.length - size < more) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
    }
  }
}
