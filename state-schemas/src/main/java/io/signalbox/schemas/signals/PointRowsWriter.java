// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.Nature;
import java.util.Arrays;

/** Writes metric points in the form that {@link PointRows} reads. Reused from batch to batch. */
public final class PointRowsWriter {
  private static final int LONGEST_LABEL = 400;

  private byte[] bytes = new byte[4096];
  private int size;
  private int count;
  private long latestMs;

  public PointRowsWriter() {
    clear();
  }

  /** Starts anew. */
  public void clear() {
    bytes[0] = PointRows.VERSION;
    size = 1;
    count = 0;
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
   * Adds a point; see {@link io.signalbox.analytics.signals.Points} for the parts.
   *
   * @param label UTF-8 bytes; beyond 400 bytes it is cut
   */
  public void add(
      long series,
      long atMs,
      long startMs,
      Nature nature,
      double value,
      long weight,
      byte[] label,
      int labelLength) {
    int length = Math.min(labelLength, LONGEST_LABEL);
    int end = size + PointRows.LABEL + length;
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
    }
    PointRows.LONG.set(bytes, size + PointRows.SERIES, series);
    PointRows.LONG.set(bytes, size + PointRows.AT, atMs);
    PointRows.LONG.set(bytes, size + PointRows.START, startMs);
    PointRows.LONG.set(bytes, size + PointRows.VALUE, Double.doubleToRawLongBits(value));
    PointRows.LONG.set(bytes, size + PointRows.WEIGHT, weight);
    bytes[size + PointRows.NATURE] = (byte) nature.ordinal();
    PointRows.SHORT.set(bytes, size + PointRows.LABEL_LENGTH, (short) length);
    System.arraycopy(label, 0, bytes, size + PointRows.LABEL, length);
    size = end;
    latestMs = Math.max(latestMs, atMs);
    count++;
  }

  /** The payload of all points since the last clear. */
  public byte[] payload() {
    return Arrays.copyOf(bytes, size);
  }
}
