// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.Nature;
import io.signalbox.analytics.signals.Points;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Metric points read in place from the payloads of one or more batches, in the order (time, series,
 * content). A payload is a version byte and rows of 41 bytes and a label: series, time, start,
 * value, weight (8 bytes each, little endian), nature (1), label length (2), label (UTF-8).
 */
public final class PointRows implements Points {
  static final byte VERSION = 1;
  static final int SERIES = 0;
  static final int AT = 8;
  static final int START = 16;
  static final int VALUE = 24;
  static final int WEIGHT = 32;
  static final int NATURE = 40;
  static final int LABEL_LENGTH = 41;
  static final int LABEL = 43;

  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final Nature[] NATURES = Nature.values();

  private final byte[] bytes;
  private final int[] rows;

  private PointRows(byte[] bytes, int[] rows) {
    this.bytes = bytes;
    this.rows = rows;
  }

  /**
   * Points of all payloads together.
   *
   * @throws IllegalArgumentException on a payload of an unknown version
   */
  public static PointRows of(List<byte[]> payloads) {
    byte[] bytes = payloads.size() == 1 ? payloads.get(0) : concatenate(payloads);
    int[] rows = new int[Math.max(8, bytes.length / 64)];
    int count = 0;
    int at = 0;
    for (byte[] payload : payloads) {
      if (payload[0] != VERSION) {
        throw new IllegalArgumentException("metric payload of version " + payload[0]);
      }
      int end = at + payload.length;
      for (at++; at < end; at += LABEL + labelLength(bytes, at)) {
        if (count == rows.length) {
          rows = Arrays.copyOf(rows, 2 * count);
        }
        rows[count++] = at;
      }
    }
    PointRows points = new PointRows(bytes, Arrays.copyOf(rows, count));
    points.sort();
    return points;
  }

  private static byte[] concatenate(List<byte[]> payloads) {
    byte[] all = new byte[payloads.stream().mapToInt(p -> p.length).sum()];
    int at = 0;
    for (byte[] payload : payloads) {
      System.arraycopy(payload, 0, all, at, payload.length);
      at += payload.length;
    }
    return all;
  }

  private void sort() {
    for (int i = 1; i < rows.length; i++) {
      if (compare(rows[i - 1], rows[i]) > 0) {
        sortAll();
        return;
      }
    }
  }

  private void sortAll() {
    Integer[] boxed = new Integer[rows.length];
    Arrays.setAll(boxed, i -> rows[i]);
    Arrays.sort(boxed, this::compare);
    Arrays.setAll(rows, i -> boxed[i]);
  }

  private int compare(int left, int right) {
    int byTime = Long.compare(longAt(left + AT), longAt(right + AT));
    if (byTime != 0) {
      return byTime;
    }
    int bySeries = Long.compare(longAt(left + SERIES), longAt(right + SERIES));
    return bySeries != 0
        ? bySeries
        : Arrays.compareUnsigned(bytes, left, endOf(left), bytes, right, endOf(right));
  }

  private int endOf(int row) {
    return row + LABEL + labelLength(bytes, row);
  }

  private static int labelLength(byte[] bytes, int row) {
    return (short) SHORT.get(bytes, row + LABEL_LENGTH) & 0xffff;
  }

  private long longAt(int offset) {
    return (long) LONG.get(bytes, offset);
  }

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public long series(int i) {
    return longAt(rows[i] + SERIES);
  }

  @Override
  public long atMs(int i) {
    return longAt(rows[i] + AT);
  }

  @Override
  public long startMs(int i) {
    return longAt(rows[i] + START);
  }

  @Override
  public Nature nature(int i) {
    return NATURES[bytes[rows[i] + NATURE]];
  }

  @Override
  public double value(int i) {
    return Double.longBitsToDouble(longAt(rows[i] + VALUE));
  }

  @Override
  public long weight(int i) {
    return longAt(rows[i] + WEIGHT);
  }

  @Override
  public String label(int i) {
    return new String(bytes, rows[i] + LABEL, labelLength(bytes, rows[i]), StandardCharsets.UTF_8);
  }
}
