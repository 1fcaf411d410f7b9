// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.Series;
import io.signalbox.analytics.detection.SeriesSettings;
import io.signalbox.analytics.detection.SeriesTable;
import java.util.Arrays;

/**
 * A series table as one flat block, little-endian:
 *
 * <pre>
 * header  byte version = 1, 3 bytes 0, int rows, int gates, int label bytes,
 *         long refused, duplicates, outOfOrder, impossible
 * rows    {@link SeriesRow} each, sorted by id
 * gates   {@link GateRow} each, only those not at rest, by row
 * labels  UTF-8, one after the other in the order of the rows
 * </pre>
 *
 * A row is found by binary search over fixed-size rows without decoding the rest.
 */
public final class SeriesTableCodec {
  /** Leading byte of what {@link #encode} writes. */
  public static final byte VERSION = 1;

  private static final int ROWS = 4;
  private static final int GATES = 8;
  private static final int LABEL_BYTES = 12;
  private static final int COUNTS = 16;
  private static final int HEADER = 48;

  private SeriesTableCodec() {}

  /** The block of a table. */
  public static byte[] encode(SeriesTable table) {
    int rows = table.size();
    int gates = 0;
    int labelBytes = 0;
    for (int i = 0; i < rows; i++) {
      gates += GateRow.isActive(table.row(i).gate) ? 1 : 0;
      labelBytes += table.row(i).labelBytes;
    }
    byte[] block = new byte[labelsAt(rows, gates) + labelBytes];
    block[0] = VERSION;
    Bytes.putInt(block, ROWS, rows);
    Bytes.putInt(block, GATES, gates);
    Bytes.putInt(block, LABEL_BYTES, labelBytes);
    Bytes.putLong(block, COUNTS, table.refused);
    Bytes.putLong(block, COUNTS + 8, table.duplicates);
    Bytes.putLong(block, COUNTS + 16, table.outOfOrder);
    Bytes.putLong(block, COUNTS + 24, table.impossible);
    writeRows(table, block, labelsAt(rows, gates));
    return block;
  }

  private static void writeRows(SeriesTable table, byte[] block, int labelsAt) {
    int gateAt = gatesAt(table.size());
    int labelFrom = 0;
    for (int i = 0; i < table.size(); i++) {
      Series series = table.row(i);
      int row = rowAt(i);
      SeriesRow.write(block, row, series);
      Bytes.putInt(block, row + SeriesRow.LABEL_FROM, labelFrom);
      Bytes.putInt(block, row + SeriesRow.LABEL_BYTES, series.labelBytes);
      int to = labelsAt + labelFrom;
      System.arraycopy(series.labels, series.labelFrom, block, to, series.labelBytes);
      labelFrom += series.labelBytes;
      if (GateRow.isActive(series.gate)) {
        GateRow.write(block, gateAt, i, series.gate);
        gateAt += GateRow.BYTES;
      }
    }
  }

  /**
   * The table of a block. The block may be reused afterwards.
   *
   * @throws IllegalArgumentException when the block is of another version or not as long as it says
   */
  public static SeriesTable decode(byte[] block, SeriesSettings settings) {
    checkHeader(block);
    int rows = Bytes.getInt(block, ROWS);
    int gates = Bytes.getInt(block, GATES);
    int labelsAt = labelsAt(rows, gates);
    byte[] labels = Arrays.copyOfRange(block, labelsAt, block.length);
    Series[] series = new Series[rows];
    for (int i = 0; i < rows; i++) {
      series[i] = readSeries(block, rowAt(i), labels);
    }
    for (int at = gatesAt(rows); at < labelsAt; at += GateRow.BYTES) {
      GateRow.read(block, at, series[Bytes.getInt(block, at + GateRow.SERIES_ROW)].gate);
    }
    SeriesTable table = new SeriesTable(settings, series);
    table.refused = Bytes.getLong(block, COUNTS);
    table.duplicates = Bytes.getLong(block, COUNTS + 8);
    table.outOfOrder = Bytes.getLong(block, COUNTS + 16);
    table.impossible = Bytes.getLong(block, COUNTS + 24);
    return table;
  }

  private static Series readSeries(byte[] block, int row, byte[] labels) {
    Series series =
        new Series(
            Bytes.getLong(block, row + SeriesRow.ID),
            KindCode.kind(Bytes.getInt(block, row + SeriesRow.KIND)),
            labels,
            Bytes.getInt(block, row + SeriesRow.LABEL_FROM),
            Bytes.getInt(block, row + SeriesRow.LABEL_BYTES));
    SeriesRow.read(block, row, series);
    return series;
  }

  private static void checkHeader(byte[] block) {
    if (block.length < HEADER || block[0] != VERSION) {
      String found = block.length < HEADER ? "cut short" : "of version " + block[0];
      throw new IllegalArgumentException(
          "series table " + found + "; this build reads version " + VERSION);
    }
    long rows = Bytes.getInt(block, ROWS);
    long gates = Bytes.getInt(block, GATES);
    long labelBytes = Bytes.getInt(block, LABEL_BYTES);
    long expected = HEADER + rows * SeriesRow.BYTES + gates * GateRow.BYTES + labelBytes;
    if (rows < 0 || gates < 0 || labelBytes < 0 || expected != block.length) {
      throw new IllegalArgumentException(
          "series table of " + block.length + " bytes; its header says " + expected);
    }
  }

  private static int rowAt(int row) {
    return HEADER + row * SeriesRow.BYTES;
  }

  private static int gatesAt(int rows) {
    return rowAt(rows);
  }

  private static int labelsAt(int rows, int gates) {
    return gatesAt(rows) + gates * GateRow.BYTES;
  }
}
