// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.Nature;
import java.util.Arrays;

/**
 * Writes metric points of one tick in the form that {@link PointRows} reads: name and attributes,
 * then the point that has them. Reused from batch to batch.
 */
public final class PointRowsWriter {
  private static final byte[] NOTHING = {};
  private static final int SMALL = 1 << 18;
  private static final int LONGEST_ROW = PointRows.ROW + 20;

  private byte[] bytes = new byte[4096];
  private final PointTexts texts = new PointTexts();
  private int size;
  private int row;
  private int count;
  private long tickMs;
  private long latestMs;
  private long startMs;

  private byte[] name = NOTHING;
  private int nameFrom;
  private int nameLength;
  private boolean isNamed;
  private int attributes;

  public PointRowsWriter() {
    clear();
  }

  /** Starts anew. */
  public void clear() {
    texts.clear();
    size = PointRows.HEADER;
    count = 0;
    tickMs = 0;
    startMs = 0;
    latestMs = Long.MIN_VALUE;
    name = NOTHING;
    isNamed = false;
  }

  /** True when it takes so little memory that it may be kept for a batch to come. */
  boolean isSmall() {
    return bytes.length + texts.capacity() <= SMALL;
  }

  /** Points written since the last clear. */
  public int count() {
    return count;
  }

  /** Greatest event time written since the last clear, epoch milliseconds. */
  public long latestMs() {
    return latestMs;
  }

  /** Names the metric of the points to come; UTF-8 that stays as it is until the next clear. */
  public void name(byte[] utf8, int from, int length) {
    if (isNamed || utf8 != name || from != nameFrom || length != nameLength) {
      name = utf8;
      nameFrom = from;
      nameLength = length;
      isNamed = true;
    }
  }

  /**
   * Says how the labels of the points to come go on behind the name.
   *
   * @param hash of both parts; equal parts have equal hashes
   * @param head UTF-8 that nobody writes to any more
   * @param tail the same
   */
  public void attributes(long hash, byte[] head, byte[] tail) {
    attributes = texts.find(hash, head, tail);
  }

  /**
   * Adds a point; see {@link io.signalbox.analytics.signals.Points} for the parts. Labels of more
   * than 400 bytes are cut.
   *
   * @throws IllegalArgumentException when it is not of the tick of the first
   */
  public void add(
      long series, long atMs, long newStartMs, Nature nature, double value, long weight) {
    if (size + LONGEST_ROW > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    if (count++ == 0) {
      tickMs = SignalBatch.tickOf(atMs);
    }
    long sinceTick = atMs - tickMs;
    if (sinceTick < 0 || sinceTick >= SignalBatch.TICK_MS) {
      throw new IllegalArgumentException(atMs + " is not in the tick of " + tickMs);
    }
    row = size;
    bytes[row + PointRows.NATURE] = (byte) nature.ordinal();
    PointRows.SHORT.set(bytes, row + PointRows.AT, (short) sinceTick);
    PointRows.LONG.set(bytes, row + PointRows.SERIES, series);
    PointRows.LONG.set(bytes, row + PointRows.VALUE, Double.doubleToRawLongBits(value));
    PointRows.INT.set(bytes, row + PointRows.ATTRIBUTES, attributes);
    size += PointRows.ROW;
    addRare(newStartMs, weight);
    latestMs = Math.max(latestMs, atMs);
  }

  /** The name and start of the point before, and a weight of 0, take no room. */
  private void addRare(long newStartMs, long weight) {
    if (isNamed) {
      isNamed = false;
      bytes[row + PointRows.NATURE] |= PointRows.HAS_NAME;
      PointRows.INT.set(bytes, size, texts.add(name, nameFrom, nameLength));
      size += Integer.BYTES;
    }
    if (newStartMs != startMs) {
      startMs = newStartMs;
      addRare(PointRows.HAS_START, newStartMs);
    }
    if (weight != 0) {
      addRare(PointRows.HAS_WEIGHT, weight);
    }
  }

  private void addRare(int flag, long number) {
    bytes[row + PointRows.NATURE] |= (byte) flag;
    PointRows.LONG.set(bytes, size, number);
    size += Long.BYTES;
  }

  /** The payload of all points since the last clear. */
  public byte[] payload() {
    byte[] payload = new byte[size + texts.size()];
    System.arraycopy(bytes, 0, payload, 0, size);
    payload[0] = PointRows.VERSION;
    PointRows.LONG.set(payload, 1, tickMs);
    PointRows.INT.set(payload, PointRows.END, size);
    texts.copyTo(payload, size);
    return payload;
  }
}
