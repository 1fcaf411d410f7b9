// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.Nature;
import java.util.Arrays;

/**
 * Writes metric points of one tick in the form that {@link PointRows} reads. Reused from batch to
 * batch.
 */
public final class PointRowsWriter {
  private static final int LONGEST_LABEL = 400;

  private byte[] bytes = new byte[4096];
  private int size;
  private int row;
  private int count;
  private long tickMs;
  private long latestMs;
  private long startMs;

  public PointRowsWriter() {
    clear();
  }

  /** Starts anew. */
  public void clear() {
    size = PointRows.HEADER;
    count = 0;
    startMs = 0;
    latestMs = Long.MIN_VALUE;
  }

  /** Points written since the last clear. */
  public int count() {
    return count;
  }

  /** Greatest event time written since the last clear, epoch milliseconds. */
  public long latestMs() {
    return latestMs;
  }

  /**
   * Adds a point without a label; see {@link io.signalbox.analytics.signals.Points} for the parts.
   *
   * @throws IllegalArgumentException when it is not of the tick of the first
   */
  public void add(
      long series, long atMs, long newStartMs, Nature nature, double value, long weight) {
    reserve(PointRows.LABEL + 16);
    if (count++ == 0) {
      begin(SignalBatch.tickOf(atMs));
    }
    long sinceTick = atMs - tickMs;
    if (sinceTick < 0 || sinceTick >= SignalBatch.TICK_MS) {
      throw new IllegalArgumentException(atMs + " is not in the tick of " + tickMs);
    }
    row = size;
    PointRows.SHORT.set(bytes, row + PointRows.AT, (short) sinceTick);
    PointRows.LONG.set(bytes, row + PointRows.SERIES, series);
    PointRows.LONG.set(bytes, row + PointRows.VALUE, Double.doubleToRawLongBits(value));
    PointRows.SHORT.set(bytes, row + PointRows.LABEL_LENGTH, (short) 0);
    bytes[row + PointRows.NATURE] = (byte) nature.ordinal();
    size += PointRows.LABEL;
    addRare(newStartMs, weight);
    latestMs = Math.max(latestMs, atMs);
  }

  private void begin(long newTickMs) {
    tickMs = newTickMs;
    bytes[0] = PointRows.VERSION;
    PointRows.LONG.set(bytes, 1, tickMs);
  }

  /** A start that is that of the point before, and a weight of 0, take no room. */
  private void addRare(long newStartMs, long weight) {
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

  /** Adds to the label of the point added last: UTF-8; what is beyond 400 bytes is cut. */
  public void label(byte[] utf8, int from, int length) {
    int already = (short) PointRows.SHORT.get(bytes, row + PointRows.LABEL_LENGTH);
    int taken = Math.min(length, LONGEST_LABEL - already);
    reserve(taken);
    System.arraycopy(utf8, from, bytes, size, taken);
    PointRows.SHORT.set(bytes, row + PointRows.LABEL_LENGTH, (short) (already + taken));
    size += taken;
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }

  /** The payload of all points since the last clear. */
  public byte[] payload() {
    return Arrays.copyOf(bytes, size);
  }
}
