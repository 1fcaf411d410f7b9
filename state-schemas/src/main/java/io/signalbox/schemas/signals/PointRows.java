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
 * Metric points read in place from the payloads of one or more batches, by time and else in the
 * order given. Little-endian:
 *
 * <pre>
 * header  byte version = 2, long tick
 * rows    byte nature and flags, short milliseconds since the tick, long series, double value,
 *         short label bytes, if flagged long start, if flagged long weight, label in UTF-8
 * </pre>
 *
 * A row without a start has that of the row before, the first row 0. Payloads of version 1 are read
 * as well. Reused from fold to fold.
 */
public final class PointRows implements Points {
  static final byte VERSION = 2;
  static final int HEADER = 9;
  static final int NATURE = 0;
  static final int AT = 1;
  static final int SERIES = 3;
  static final int VALUE = 11;
  static final int LABEL_LENGTH = 19;

  /** Where the label begins when there is neither start nor weight. */
  static final int LABEL = 21;

  static final int HAS_START = 8;
  static final int HAS_WEIGHT = 16;

  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int NATURE_BITS = 7;
  private static final Nature[] NATURES = Nature.values();

  private byte[] bytes = {};
  private int[] rows = new int[128];
  private long[] times = new long[128];
  private long[] starts = new long[128];
  private int size;

  /**
   * Points of all payloads together.
   *
   * @throws IllegalArgumentException on a payload of an unknown version
   */
  public static PointRows of(List<byte[]> payloads) {
    PointRows points = new PointRows();
    points.take(payloads);
    return points;
  }

  /**
   * Lets go of the points before and takes in those of some payloads.
   *
   * @throws IllegalArgumentException on a payload of an unknown version
   */
  public void take(List<byte[]> payloads) {
    size = 0;
    if (payloads.size() == 1) {
      bytes = PointRowsOfOld.upgrade(payloads.get(0));
      index(0, bytes.length);
    } else {
      List<byte[]> known = payloads.stream().map(PointRowsOfOld::upgrade).toList();
      bytes = concatenate(known);
      int from = 0;
      for (byte[] payload : known) {
        index(from, from + payload.length);
        from += payload.length;
      }
    }
    for (int i = 1; i < size; i++) {
      if (times[i] < times[i - 1]) {
        sort();
        return;
      }
    }
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

  /** Finds the rows of one payload. */
  private void index(int from, int to) {
    if (bytes[from] != VERSION) {
      throw new IllegalArgumentException("metric payload of version " + bytes[from]);
    }
    long tick = longAt(from + 1);
    long start = 0;
    for (int at = from + HEADER; at < to; ) {
      if (size == rows.length) {
        grow();
      }
      int next = at + LABEL + labelLength(at);
      if ((bytes[at] & HAS_START) != 0) {
        start = longAt(at + LABEL);
        next += Long.BYTES;
      }
      next += (bytes[at] & HAS_WEIGHT) != 0 ? Long.BYTES : 0;
      rows[size] = at;
      starts[size] = start;
      times[size] = tick + (short) SHORT.get(bytes, at + AT);
      size++;
      at = next;
    }
  }

  private void grow() {
    rows = Arrays.copyOf(rows, 2 * size);
    times = Arrays.copyOf(times, 2 * size);
    starts = Arrays.copyOf(starts, 2 * size);
  }

  /** By time; points of one time stay as they are, so the order hangs on the payloads alone. */
  private void sort() {
    long[] keys = new long[size];
    long first = Arrays.stream(times, 0, size).min().orElse(0);
    for (int i = 0; i < size; i++) {
      keys[i] = ((times[i] - first) << 32) | i;
    }
    Arrays.sort(keys);
    int[] oldRows = rows.clone();
    long[] oldTimes = times.clone();
    long[] oldStarts = starts.clone();
    for (int i = 0; i < size; i++) {
      int old = (int) keys[i];
      rows[i] = oldRows[old];
      times[i] = oldTimes[old];
      starts[i] = oldStarts[old];
    }
  }

  private int labelLength(int row) {
    return (short) SHORT.get(bytes, row + LABEL_LENGTH);
  }

  private long longAt(int offset) {
    return (long) LONG.get(bytes, offset);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public long series(int i) {
    return longAt(rows[i] + SERIES);
  }

  @Override
  public long atMs(int i) {
    return times[i];
  }

  @Override
  public long startMs(int i) {
    return starts[i];
  }

  @Override
  public Nature nature(int i) {
    return NATURES[bytes[rows[i]] & NATURE_BITS];
  }

  @Override
  public double value(int i) {
    return Double.longBitsToDouble(longAt(rows[i] + VALUE));
  }

  @Override
  public long weight(int i) {
    int row = rows[i];
    if ((bytes[row] & HAS_WEIGHT) == 0) {
      return 0;
    }
    return longAt(row + LABEL + ((bytes[row] & HAS_START) != 0 ? Long.BYTES : 0));
  }

  @Override
  public String label(int i) {
    int row = rows[i];
    int rare = Integer.bitCount(bytes[row] & (HAS_START | HAS_WEIGHT)) * Long.BYTES;
    return new String(bytes, row + LABEL + rare, labelLength(row), StandardCharsets.UTF_8);
  }
}
