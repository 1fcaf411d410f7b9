// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads the points of gauges and sums that are written as all writers write them, with their
 * attributes in one run of bytes; see {@link PlainMetric}.
 */
final class PlainNumber {
  private static final int START = 2 << 3 | Wire.I64;
  private static final int TIME = 3 << 3 | Wire.I64;
  private static final int DOUBLE = 4 << 3 | Wire.I64;
  private static final int INT = 6 << 3 | Wire.I64;
  private static final int ATTRIBUTE = 7 << 3 | Wire.LEN;
  private static final int FLAGS = 8 << 3 | Wire.VARINT;

  /** Bytes of a tag and its 64 bits. */
  private static final int FIXED = 9;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Where the attributes lie. */
  int attributesFrom;

  int attributesTo;

  /** Reads all but the attributes; false when the point is not plain. */
  boolean read(byte[] bytes, int from, int to, MetricPointView point, PointAttributes attributes) {
    return readUsual(bytes, from, to, point, attributes)
        || readAny(bytes, from, to, point, attributes);
  }

  /**
   * Start, time and value in this order, and attributes that were foretold before or after them: so
   * is nearly every point, and without a loop it takes half the branches.
   */
  private boolean readUsual(
      byte[] bytes, int from, int to, MetricPointView point, PointAttributes attributes) {
    int at = from;
    boolean ahead = at < to && bytes[at] == ATTRIBUTE;
    if (ahead) {
      at += attributes.foretell(bytes, at, to);
    }
    int ofAhead = at;
    long start = 0;
    if (to - at >= 3 * FIXED && bytes[at] == START) {
      start = (long) WORD.get(bytes, at + 1);
      at += FIXED;
    }
    if (to - at < 2 * FIXED || bytes[at] != TIME) {
      return false;
    }
    int valueTag = bytes[at + FIXED];
    if (valueTag != DOUBLE && valueTag != INT) {
      return false;
    }
    long time = (long) WORD.get(bytes, at + 1);
    long bits = (long) WORD.get(bytes, at + FIXED + 1);
    at += 2 * FIXED;
    attributesFrom = ahead ? from : at;
    at += ahead || at == to ? 0 : attributes.foretell(bytes, at, to);
    attributesTo = ahead ? ofAhead : at;
    ValueType type = valueTag == DOUBLE ? ValueType.DOUBLE : ValueType.INT;
    point.setNumber(start, time, 0, type, bits);
    return at == to;
  }

  private boolean readAny(
      byte[] bytes, int from, int to, MetricPointView point, PointAttributes attributes) {
    long start = 0;
    long time = 0;
    long bits = 0;
    int flags = 0;
    ValueType type = ValueType.NONE;
    int runFrom = from;
    int runTo = from;
    for (int at = from; at < to; ) {
      int tagAt = at;
      int tag = bytes[at++];
      if (tag == ATTRIBUTE) {
        int whole = runTo == runFrom ? attributes.foretell(bytes, tagAt, to) : 0;
        if (whole > 0) {
          runFrom = tagAt;
          runTo = tagAt + whole;
          at = runTo;
          continue;
        }
        int length = PlainMetric.length(bytes, at, to);
        if (length < 0 || (runTo != runFrom && runTo != tagAt)) {
          return false;
        }
        runFrom = runTo == runFrom ? tagAt : runFrom;
        at += PlainMetric.lengthBytes(length) + length;
        runTo = at;
      } else if ((tag & 7) == Wire.I64 && to - at >= Long.BYTES) {
        long word = (long) WORD.get(bytes, at);
        at += Long.BYTES;
        switch (tag) {
          case START -> start = word;
          case TIME -> time = word;
          case DOUBLE -> {
            bits = word;
            type = ValueType.DOUBLE;
          }
          case INT -> {
            bits = word;
            type = ValueType.INT;
          }
          default -> {
            return false;
          }
        }
      } else if (tag == FLAGS && at < to && bytes[at] >= 0) {
        flags = bytes[at++];
      } else {
        return false;
      }
    }
    point.setNumber(start, time, flags, type, bits);
    attributesFrom = runFrom;
    attributesTo = runTo;
    return true;
  }
}
