// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Compares attributes, values and ids as the reader shows them with what the library reads. */
final class Expected {
  private Expected() {}

  static void attributes(List<KeyValue> expected, AttributesView shown) {
    assertEquals(expected.size(), shown.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).getKey(), shown.key(i));
      byte[] slice =
          Arrays.copyOfRange(
              shown.bytes(), shown.valueOffset(i), shown.valueOffset(i) + shown.valueLength(i));
      value(expected.get(i).getValue(), shown.type(i), shown.bits(i), slice, shown.text(i));
    }
  }

  static void value(AnyValue expected, ValueView shown) {
    Text raw = shown.raw();
    byte[] slice = Arrays.copyOfRange(raw.bytes(), raw.offset(), raw.offset() + raw.length());
    value(expected, shown.type(), shown.bits(), slice, shown.text());
  }

  private static void value(
      AnyValue expected, ValueType type, long bits, byte[] slice, String text) {
    assertEquals(type(expected), type);
    switch (expected.getValueCase()) {
      case STRING_VALUE -> assertEquals(expected.getStringValue(), text);
      case BOOL_VALUE -> assertEquals(expected.getBoolValue() ? 1 : 0, bits);
      case INT_VALUE -> assertEquals(expected.getIntValue(), bits);
      case DOUBLE_VALUE -> assertEquals(expected.getDoubleValue(), Double.longBitsToDouble(bits));
      case BYTES_VALUE -> assertArrayEquals(expected.getBytesValue().toByteArray(), slice);
      case ARRAY_VALUE -> assertEquals(Known.only(expected.getArrayValue()), arrayOf(slice));
      case KVLIST_VALUE -> assertEquals(Known.only(expected.getKvlistValue()), listOf(slice));
      default -> assertEquals("", text);
    }
  }

  private static ValueType type(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> ValueType.STRING;
      case BOOL_VALUE -> ValueType.BOOL;
      case INT_VALUE -> ValueType.INT;
      case DOUBLE_VALUE -> ValueType.DOUBLE;
      case BYTES_VALUE -> ValueType.BYTES;
      case ARRAY_VALUE -> ValueType.ARRAY;
      case KVLIST_VALUE -> ValueType.KVLIST;
      default -> ValueType.NONE;
    };
  }

  private static ArrayValue arrayOf(byte[] slice) {
    try {
      return Known.only(ArrayValue.parseFrom(slice));
    } catch (InvalidProtocolBufferException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static KeyValueList listOf(byte[] slice) {
    try {
      return Known.only(KeyValueList.parseFrom(slice));
    } catch (InvalidProtocolBufferException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** A trace id as its two halves. */
  static void traceId(ByteString expected, boolean valid, long hi, long lo) {
    ByteBuffer bytes =
        ByteBuffer.wrap(expected.size() == 16 ? expected.toByteArray() : new byte[16]);
    long expectedHi = bytes.getLong();
    long expectedLo = bytes.getLong();
    assertEquals(expectedHi, hi);
    assertEquals(expectedLo, lo);
    assertEquals((expectedHi | expectedLo) != 0, valid);
  }

  static void spanId(ByteString expected, long shown) {
    assertEquals(
        expected.size() == 8 ? ByteBuffer.wrap(expected.toByteArray()).getLong() : 0, shown);
  }
}
