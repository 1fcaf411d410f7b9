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
 * header  byte version = 3, long tick, int bytes of header and rows
 * rows    byte nature and flags, short milliseconds since the tick, long series, double value,
 *         int attributes, if flagged int name, if flagged long start, if flagged long weight
 * texts   short bytes, UTF-8; names and attributes say where among these they lie
 * </pre>
 *
 * A row without a name or a start has that of the row before; the first one has a name, and 0 for a
 * start. Payloads of older versions are read as well. Reused from fold to fold.
 */
public final class PointRows implements Points {
  static final byte VERSION = 3;
  static final int END = 9;
  static final int HEADER = 13;
  static final int NATURE = 0;
  static final int AT = 1;
  static final int SERIES = 3;
  static final int VALUE = 11;
  static final int ATTRIBUTES = 19;

  /** Length of a row of which nothing is flagged. */
  static final int ROW = 23;

  static final int HAS_START = 8;
  static final int HAS_WEIGHT = 16;
  static final int HAS_NAME = 32;

  /** Bytes of a label; what is beyond is cut. */
  static final int LONGEST_LABEL = 400;

  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
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

  /** Where name and attributes of each row lie, as upper and lower half. */
  private long[] labels = new long[128];

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
      index(0);
    } else {
      List<byte[]> known = payloads.stream().map(PointRowsOfOld::upgrade).toList();
      bytes = concatenate(known);
      int from = 0;
      for (byte[] payload : known) {
        index(from);
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
  private void index(int from) {
    if (bytes[from] != VERSION) {
      throw new IllegalArgumentException("metric payload of version " + bytes[from]);
    }
    long tick = longAt(from + 1);
    int texts = from + intAt(from + END);
    long start = 0;
    int name = texts;
    for (int at = from + HEADER; at < texts; ) {
      if (size == rows.length) {
        grow();
      }
      int flags = bytes[at];
      int next = at + ROW;
      if ((flags & HAS_NAME) != 0) {
        name = texts + intAt(next);
        next += Integer.BYTES;
      }
      if ((flags & HAS_START) != 0) {
        start = longAt(next);
        next += Long.BYTES;
      }
      next += (flags & HAS_WEIGHT) != 0 ? Long.BYTES : 0;
      rows[size] = at;
      starts[size] = start;
      times[size] = tick + shortAt(at + AT);
      labels[size] = (long) name << 32 | (texts + intAt(at + ATTRIBUTES));
      size++;
      at = next;
    }
  }

  private void grow() {
    rows = Arrays.copyOf(rows, 2 * size);
    times = Arrays.copyOf(times, 2 * size);
    starts = Arrays.copyOf(starts, 2 * size);
    labels = Arrays.copyOf(labels, 2 * size);
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
    long[] oldLabels = labels.clone();
    for (int i = 0; i < size; i++) {
      int old = (int) keys[i];
      rows[i] = oldRows[old];
      times[i] = oldTimes[old];
      starts[i] = oldStarts[old];
      labels[i] = oldLabels[old];
    }
  }

  private int shortAt(int offset) {
    return (short) SHORT.get(bytes, offset);
  }

  private int intAt(int offset) {
    return (int) INT.get(bytes, offset);
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
    int before = (bytes[row] & HAS_NAME) != 0 ? Integer.BYTES : 0;
    before += (bytes[row] & HAS_START) != 0 ? Long.BYTES : 0;
    return longAt(row + ROW + before);
  }

  @Override
  public String label(int i) {
    int name = (int) (labels[i] >>> 32);
    int attributes = (int) labels[i];
    int ofName = shortAt(name);
    int length = Math.min(ofName + shortAt(attributes), LONGEST_LABEL);
    byte[] label = Arrays.copyOfRange(bytes, name + Short.BYTES, name + Short.BYTES + length);
    System.arraycopy(bytes, attributes + Short.BYTES, label, ofName, length - ofName);
    return new String(label, StandardCharsets.UTF_8);
  }
}
