// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.Nature;

/**
 * Payloads of metric points as version 1 wrote them, which may lie in held state: a version byte,
 * then rows of series, time, start, value, weight (8 bytes each, little-endian), nature (1), label
 * length (2), label.
 */
final class PointRowsOfOld {
  private static final int START = 16;
  private static final int VALUE = 24;
  private static final int WEIGHT = 32;
  private static final int NATURE = 40;
  private static final int LABEL_LENGTH = 41;
  private static final int LABEL = 43;
  private static final Nature[] NATURES = Nature.values();

  private PointRowsOfOld() {}

  /** The payload of today's version; one that is not of version 1 as it is. */
  static byte[] upgrade(byte[] payload) {
    if (payload[0] != 1) {
      return payload;
    }
    PointRowsWriter out = new PointRowsWriter();
    for (int at = 1; at < payload.length; ) {
      int label = (short) PointRows.SHORT.get(payload, at + LABEL_LENGTH) & 0xffff;
      out.add(
          longAt(payload, at),
          longAt(payload, at + Long.BYTES),
          longAt(payload, at + START),
          NATURES[payload[at + NATURE]],
          Double.longBitsToDouble(longAt(payload, at + VALUE)),
          longAt(payload, at + WEIGHT));
      out.label(payload, at + LABEL, label);
      at += LABEL + label;
    }
    return out.payload();
  }

  private static long longAt(byte[] bytes, int at) {
    return (long) PointRows.LONG.get(bytes, at);
  }
}
