// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.Nature;

/**
 * Payloads of metric points as older versions wrote them, which may lie in held state.
 *
 * <pre>
 * version 1  byte version, rows of long series, time, start, double value, long weight, byte nature,
 *            short label bytes, label
 * version 2  byte version, long tick, rows of byte nature and flags, short milliseconds since the
 *            tick, long series, double value, short label bytes, if flagged long start, if flagged
 *            long weight, label
 * </pre>
 */
final class PointRowsOfOld {
  private static final byte[] NOTHING = {};
  private static final int NATURE_BITS = 7;
  private static final Nature[] NATURES = Nature.values();

  private final byte[] payload;
  private final PointRowsWriter out = new PointRowsWriter();
  private int at;

  private PointRowsOfOld(byte[] payload) {
    this.payload = payload;
  }

  /** The payload of today's version; one that is not of an old version as it is. */
  static byte[] upgrade(byte[] payload) {
    return switch (payload[0]) {
      case 1 -> new PointRowsOfOld(payload).first();
      case 2 -> new PointRowsOfOld(payload).second();
      default -> payload;
    };
  }

  private byte[] first() {
    at = 1;
    while (at < payload.length) {
      long series = takeLong();
      long atMs = takeLong();
      long start = takeLong();
      double value = Double.longBitsToDouble(takeLong());
      long weight = takeLong();
      Nature nature = NATURES[payload[at++]];
      label(takeShort());
      out.add(series, atMs, start, nature, value, weight);
    }
    return out.payload();
  }

  private byte[] second() {
    at = 1;
    long tick = takeLong();
    long start = 0;
    while (at < payload.length) {
      int flags = payload[at++];
      long atMs = tick + takeShort();
      long series = takeLong();
      double value = Double.longBitsToDouble(takeLong());
      int length = takeShort();
      start = (flags & PointRows.HAS_START) != 0 ? takeLong() : start;
      long weight = (flags & PointRows.HAS_WEIGHT) != 0 ? takeLong() : 0;
      label(length);
      out.add(series, atMs, start, NATURES[flags & NATURE_BITS], value, weight);
    }
    return out.payload();
  }

  private void label(int length) {
    out.name(payload, at, length);
    out.attributes(0, NOTHING, NOTHING);
    at += length;
  }

  private int takeShort() {
    int taken = (short) PointRows.SHORT.get(payload, at);
    at += Short.BYTES;
    return taken;
  }

  private long takeLong() {
    long taken = (long) PointRows.LONG.get(payload, at);
    at += Long.BYTES;
    return taken;
  }
}
