// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/**
 * One AnyValue and its hash. Where the oneof is set more than once the last one wins, also among
 * arrays and lists.
 */
final class AnyValue {
  private static final int STRING = 1 << 3 | Wire.LEN;
  private static final int BOOL = 2 << 3 | Wire.VARINT;
  private static final int INT = 3 << 3 | Wire.VARINT;
  private static final int DOUBLE = 4 << 3 | Wire.I64;
  private static final int ARRAY = 5 << 3 | Wire.LEN;
  private static final int KVLIST = 6 << 3 | Wire.LEN;
  private static final int BYTES = 7 << 3 | Wire.LEN;
  private static final int KEY = 1 << 3 | Wire.LEN;
  private static final int VALUE = 2 << 3 | Wire.LEN;
  private static final int ELEMENT = 1 << 3 | Wire.LEN;

  ValueType type = ValueType.NONE;

  /** Integer, double bits or boolean; for an array or list its hash, taken while it is checked. */
  long bits;

  final Text raw = new Text();

  void clear() {
    type = ValueType.NONE;
    bits = 0;
    raw.clear();
  }

  String text() {
    return AnyValueText.of(type, bits, raw.bytes(), raw.offset(), raw.length());
  }

  /** Reads the LEN field just taken; on a field that comes again the last one wins. */
  void read(Wire wire) throws MalformedTelemetry {
    int outerEnd = wire.enter();
    while (wire.next()) {
      ValueType found = typeOf(wire.tag);
      if (found != ValueType.NONE) {
        type = found;
        raw.set(wire.bytes, wire.from, lengthOf(wire));
        bits = bitsOf(found, wire);
      }
    }
    wire.leave(outerEnd);
  }

  static ValueType typeOf(int tag) {
    return switch (tag) {
      case STRING -> ValueType.STRING;
      case BOOL -> ValueType.BOOL;
      case INT -> ValueType.INT;
      case DOUBLE -> ValueType.DOUBLE;
      case ARRAY -> ValueType.ARRAY;
      case KVLIST -> ValueType.KVLIST;
      case BYTES -> ValueType.BYTES;
      default -> ValueType.NONE;
    };
  }

  private static int lengthOf(Wire wire) {
    return (wire.tag & 7) == Wire.LEN ? wire.size : 0;
  }

  private static long bitsOf(ValueType type, Wire wire) throws MalformedTelemetry {
    return switch (type) {
      case BOOL -> wire.value != 0 ? 1 : 0;
      case INT, DOUBLE -> wire.value;
      case ARRAY -> arrayHash(wire);
      case KVLIST -> listHash(wire);
      default -> 0;
    };
  }

  /** Hash of a typed value; equal values hash alike however they were encoded. */
  static long hash(ValueType type, long bits, byte[] bytes, int offset, int length) {
    long content =
        switch (type) {
          case STRING, BYTES -> Hash64.of(bytes, offset, length);
          case DOUBLE -> Double.doubleToLongBits(Double.longBitsToDouble(bits));
          default -> bits;
        };
    return Hash64.pair(type.number, content);
  }

  private static long valueHash(Wire wire) throws MalformedTelemetry {
    long hash = 0;
    int outerEnd = wire.enter();
    while (wire.next()) {
      ValueType found = typeOf(wire.tag);
      if (found != ValueType.NONE) {
        int from = wire.from;
        int length = lengthOf(wire);
        hash = hash(found, bitsOf(found, wire), wire.bytes, from, length);
      }
    }
    wire.leave(outerEnd);
    return hash;
  }

  private static long arrayHash(Wire wire) throws MalformedTelemetry {
    long hash = 0;
    int outerEnd = wire.enter();
    while (wire.next()) {
      if (wire.tag == ELEMENT) {
        hash = Hash64.pair(hash, valueHash(wire));
      }
    }
    wire.leave(outerEnd);
    return hash;
  }

  private static long listHash(Wire wire) throws MalformedTelemetry {
    long sum = 0;
    int outerEnd = wire.enter();
    while (wire.next()) {
      if (wire.tag == ELEMENT) {
        sum += pairHash(wire);
      }
    }
    wire.leave(outerEnd);
    return Hash64.mix(sum);
  }

  private static long pairHash(Wire wire) throws MalformedTelemetry {
    long key = Hash64.of(wire.bytes, 0, 0);
    long value = 0;
    int outerEnd = wire.enter();
    while (wire.next()) {
      if (wire.tag == KEY) {
        key = Hash64.of(wire.bytes, wire.from, wire.size);
      } else if (wire.tag == VALUE) {
        value = valueHash(wire);
      }
    }
    wire.leave(outerEnd);
    return Hash64.pair(key, value);
  }
}
