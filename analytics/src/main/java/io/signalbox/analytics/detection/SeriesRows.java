// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The series of one shard as one flat block that is read and changed in place, little-endian:
 *
 * <pre>
 * header  4 bytes for whoever stores the block, int rows, int gates, int label bytes,
 *         long refused, duplicates, out of order, impossible
 * rows    long id, int label from, int label bytes, int gate or -1, byte kind, 3 bytes 0,
 *         {@link SumReader} (32), {@link SeriesDetector}; in the order in which series came
 * labels  UTF-8
 * gates   int row, hits, calm, revision, long onset, 5 doubles and a long of the worst; only those
 *         not at rest
 * </pre>
 *
 * What changes the number of rows or gates makes a new array; everything else writes in place.
 */
final class SeriesRows {
  static final int HEADER = 48;
  static final int REFUSED = 16;
  static final int DUPLICATES = 24;
  static final int OUT_OF_ORDER = 32;
  static final int IMPOSSIBLE = 40;
  static final int DETECTOR = 56;
  static final int ROW = DETECTOR + SeriesDetector.BYTES;
  static final int GATE_BYTES = 72;

  private static final int ROWS = 4;
  private static final int GATES = 8;
  private static final int LABEL_BYTES = 12;
  private static final int LABEL_FROM = 8;
  private static final int LABEL_LENGTH = 12;
  private static final int GATE = 16;
  private static final int KIND = 20;
  private static final int READER = 24;
  private static final int WORST = 24;

  private static final VarHandle INTS = view(int[].class);
  private static final VarHandle LONGS = view(long[].class);
  private static final VarHandle DOUBLES = view(double[].class);

  private byte[] block;

  /** Rows of a block that becomes theirs. */
  SeriesRows(byte[] block) {
    this.block = block;
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  byte[] block() {
    return block;
  }

  int size() {
    return (int) INTS.get(block, ROWS);
  }

  /** The length its own header gives it. */
  long stated() {
    long gates = (int) INTS.get(block, GATES);
    long labels = (int) INTS.get(block, LABEL_BYTES);
    return HEADER + (long) size() * ROW + labels + gates * GATE_BYTES;
  }

  long counter(int which) {
    return (long) LONGS.get(block, which);
  }

  void count(int which, long more) {
    LONGS.set(block, which, counter(which) + more);
  }

  static int rowAt(int row) {
    return HEADER + row * ROW;
  }

  private int labelsAt() {
    return rowAt(size());
  }

  private int gateAt(int gate) {
    return labelsAt() + (int) INTS.get(block, LABEL_BYTES) + gate * GATE_BYTES;
  }

  long id(int row) {
    return (long) LONGS.get(block, rowAt(row));
  }

  EpisodeKind kind(int row) {
    return KindCode.kind(block[rowAt(row) + KIND]);
  }

  byte[] label(int row) {
    int from = labelsAt() + (int) INTS.get(block, rowAt(row) + LABEL_FROM);
    int length = (int) INTS.get(block, rowAt(row) + LABEL_LENGTH);
    return Arrays.copyOfRange(block, from, from + length);
  }

  long atMs(int row) {
    return (long) LONGS.get(block, rowAt(row) + READER);
  }

  void atMs(int row, long atMs) {
    LONGS.set(block, rowAt(row) + READER, atMs);
  }

  void read(int row, SumReader reader) {
    int at = rowAt(row) + READER;
    reader.atMs = (long) LONGS.get(block, at);
    reader.startMs = (long) LONGS.get(block, at + 8);
    reader.sum = (double) DOUBLES.get(block, at + 16);
    reader.weight = (long) LONGS.get(block, at + 24);
  }

  void write(int row, SumReader reader) {
    int at = rowAt(row) + READER;
    LONGS.set(block, at, reader.atMs);
    LONGS.set(block, at + 8, reader.startMs);
    DOUBLES.set(block, at + 16, reader.sum);
    LONGS.set(block, at + 24, reader.weight);
  }

  boolean isAtRest(int row) {
    return gateOf(row) < 0;
  }

  private int gateOf(int row) {
    return (int) INTS.get(block, rowAt(row) + GATE);
  }

  /** Reads the gate of a row; one at rest takes no room. */
  void read(int row, EpisodeGate gate) {
    gate.reset();
    if (isAtRest(row)) {
      return;
    }
    int at = gateAt(gateOf(row));
    gate.hits = (int) INTS.get(block, at + 4);
    gate.calm = (int) INTS.get(block, at + 8);
    gate.revision = (int) INTS.get(block, at + 12);
    gate.startedAtMs = (long) LONGS.get(block, at + 16);
    gate.worstP = (double) DOUBLES.get(block, at + WORST);
    gate.worstValue = (double) DOUBLES.get(block, at + WORST + 8);
    gate.worstExpected = (double) DOUBLES.get(block, at + WORST + 16);
    gate.worstLower = (double) DOUBLES.get(block, at + WORST + 24);
    gate.worstUpper = (double) DOUBLES.get(block, at + WORST + 32);
    gate.worstSupport = (long) LONGS.get(block, at + WORST + 40);
  }

  /** Writes the gate of a row, making or giving back its room. */
  void write(int row, EpisodeGate gate) {
    if (gate.startedAtMs == 0) {
      rest(row);
      return;
    }
    if (isAtRest(row)) {
      INTS.set(block, rowAt(row) + GATE, (int) INTS.get(block, GATES));
      resizeGates(1);
    }
    int at = gateAt(gateOf(row));
    INTS.set(block, at, row);
    INTS.set(block, at + 4, gate.hits);
    INTS.set(block, at + 8, gate.calm);
    INTS.set(block, at + 12, gate.revision);
    LONGS.set(block, at + 16, gate.startedAtMs);
    DOUBLES.set(block, at + WORST, gate.worstP);
    DOUBLES.set(block, at + WORST + 8, gate.worstValue);
    DOUBLES.set(block, at + WORST + 16, gate.worstExpected);
    DOUBLES.set(block, at + WORST + 24, gate.worstLower);
    DOUBLES.set(block, at + WORST + 32, gate.worstUpper);
    LONGS.set(block, at + WORST + 40, gate.worstSupport);
  }

  /** The last gate takes the place of the one that is given back. */
  private void rest(int row) {
    int gate = gateOf(row);
    if (gate < 0) {
      return;
    }
    int last = gateAt((int) INTS.get(block, GATES) - 1);
    INTS.set(block, rowAt((int) INTS.get(block, last)) + GATE, gate);
    System.arraycopy(block, last, block, gateAt(gate), GATE_BYTES);
    INTS.set(block, rowAt(row) + GATE, -1);
    resizeGates(-1);
  }

  private void resizeGates(int by) {
    block = Arrays.copyOf(block, block.length + by * GATE_BYTES);
    INTS.set(block, GATES, (int) INTS.get(block, GATES) + by);
  }

  /** Puts new series behind the others. */
  void append(List<Series> series) {
    int labels = series.stream().mapToInt(s -> s.label.length).sum();
    int added = series.size() * ROW;
    int oldLabels = labelsAt();
    int oldGates = gateAt(0);
    byte[] grown = new byte[block.length + added + labels];
    System.arraycopy(block, 0, grown, 0, oldLabels);
    System.arraycopy(block, oldLabels, grown, oldLabels + added, oldGates - oldLabels);
    System.arraycopy(block, oldGates, grown, oldGates + added + labels, block.length - oldGates);
    int row = size();
    int labelFrom = oldGates - oldLabels;
    block = grown;
    INTS.set(block, ROWS, row + series.size());
    INTS.set(block, LABEL_BYTES, labelFrom + labels);
    for (Series each : series) {
      System.arraycopy(each.label, 0, block, labelsAt() + labelFrom, each.label.length);
      write(row, labelFrom, each);
      labelFrom += each.label.length;
      row++;
    }
  }

  private void write(int row, int labelFrom, Series series) {
    int at = rowAt(row);
    LONGS.set(block, at, series.id);
    INTS.set(block, at + LABEL_FROM, labelFrom);
    INTS.set(block, at + LABEL_LENGTH, series.label.length);
    block[at + KIND] = KindCode.of(series.kind);
    INTS.set(block, at + GATE, -1);
    write(row, series.reader);
    System.arraycopy(series.detector, 0, block, at + DETECTOR, SeriesDetector.BYTES);
    write(row, series.gate);
  }

  /** Drops the other rows. */
  void keep(IntPredicate kept) {
    List<Series> left = new ArrayList<>();
    for (int row = 0; row < size(); row++) {
      if (kept.test(row)) {
        left.add(copy(row));
      }
    }
    byte[] emptied = Arrays.copyOf(block, HEADER);
    INTS.set(emptied, ROWS, 0);
    INTS.set(emptied, GATES, 0);
    INTS.set(emptied, LABEL_BYTES, 0);
    block = emptied;
    append(left);
  }

  /** A copy of all that is known of one series. */
  Series copy(int row) {
    Series series = new Series(id(row), kind(row), label(row));
    read(row, series.reader);
    System.arraycopy(block, rowAt(row) + DETECTOR, series.detector, 0, SeriesDetector.BYTES);
    read(row, series.gate);
    return series;
  }
}
