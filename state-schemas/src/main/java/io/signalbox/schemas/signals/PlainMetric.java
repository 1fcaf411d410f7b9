// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/**
 * Finds the parts of a gauge or sum that is written as all writers write it: each field once, below
 * 16, of the right type and within two length bytes' reach. What is not is left to {@link
 * MetricsWalk}, which reads everything and refuses what is malformed; so this only ever decides how
 * fast something is read. It keeps its place in a local variable, which is most of its speed.
 */
final class PlainMetric {
  private static final int NAME = 1 << 3 | Wire.LEN;
  private static final int DESCRIPTION = 2 << 3 | Wire.LEN;
  private static final int UNIT = 3 << 3 | Wire.LEN;
  private static final int GAUGE = 5 << 3 | Wire.LEN;
  private static final int SUM = 7 << 3 | Wire.LEN;
  private static final int POINT = 1 << 3 | Wire.LEN;
  private static final int TEMPORALITY = 2 << 3 | Wire.VARINT;
  private static final int MONOTONIC = 3 << 3 | Wire.VARINT;

  /** What a length is when it is not to be read here. */
  private static final int UNUSUAL = -1;

  private static final int LENGTH_BITS = 7;

  /** Where the points lie. */
  int dataFrom;

  int dataTo;

  /** Reads a metric without its points; false when it is not plain. */
  boolean read(byte[] bytes, int from, int to, MetricView metric) {
    int dataTag = 0;
    for (int at = from; at < to; ) {
      int tag = bytes[at++];
      int length = length(bytes, at, to);
      if (length == UNUSUAL) {
        return false;
      }
      at += lengthBytes(length);
      switch (tag) {
        case NAME -> metric.name.set(bytes, at, length);
        case UNIT -> metric.unit.set(bytes, at, length);
        case DESCRIPTION -> {} // not used
        case GAUGE, SUM -> {
          if (dataTag != 0) {
            return false;
          }
          dataTag = tag;
          dataFrom = at;
          dataTo = at + length;
        }
        default -> {
          return false;
        }
      }
      at += length;
    }
    metric.kind = dataTag == SUM ? MetricKind.SUM : MetricKind.GAUGE;
    return dataTag != 0 && readData(bytes, dataTag == SUM, metric);
  }

  /** Temporality and monotonicity may follow the points. */
  private boolean readData(byte[] bytes, boolean isSum, MetricView metric) {
    for (int at = dataFrom; at < dataTo; ) {
      int tag = bytes[at++];
      int value = length(bytes, at, dataTo);
      if (tag == POINT && value != UNUSUAL) {
        at += lengthBytes(value) + value;
      } else if (isSum && (tag == TEMPORALITY || tag == MONOTONIC) && isShort(bytes, at)) {
        setOfSum(tag, bytes[at++], metric);
      } else {
        return false;
      }
    }
    return true;
  }

  private boolean isShort(byte[] bytes, int at) {
    return at < dataTo && bytes[at] >= 0;
  }

  private static void setOfSum(int tag, int value, MetricView metric) {
    if (tag == TEMPORALITY) {
      metric.temporality = Temporality.of(value);
    } else {
      metric.monotonic = value != 0;
    }
  }

  /** A length of one or two bytes whose content lies before the end, else {@link #UNUSUAL}. */
  static int length(byte[] bytes, int at, int to) {
    if (at >= to) {
      return UNUSUAL;
    }
    int first = bytes[at];
    if (first >= 0) {
      return first < to - at ? first : UNUSUAL;
    }
    int second = at + 1 < to ? bytes[at + 1] : UNUSUAL;
    int length = (first & Byte.MAX_VALUE) | second << LENGTH_BITS;
    return second > 0 && length < to - at - 1 ? length : UNUSUAL;
  }

  /** Bytes that a length takes that was read by {@link #length}. */
  static int lengthBytes(int length) {
    return length > Byte.MAX_VALUE ? 2 : 1;
  }
}
