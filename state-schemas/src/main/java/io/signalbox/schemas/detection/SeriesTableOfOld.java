// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.KindCode;
import io.signalbox.analytics.detection.Series;
import io.signalbox.analytics.detection.SeriesJudge;
import io.signalbox.analytics.detection.SeriesTable;
import java.util.Arrays;
import java.util.List;

/**
 * A series table as version 1 wrote it, little-endian:
 *
 * <pre>
 * header  byte version = 1, 3 bytes 0, int rows, int gates, int label bytes,
 *         long refused, duplicates, outOfOrder, impossible
 * rows    {@link SeriesRow} each, sorted by id
 * gates   {@link GateRow} each, only those not at rest, by row
 * labels  UTF-8, one after the other in the order of the rows
 * </pre>
 */
final class SeriesTableOfOld {
  static final byte VERSION = 1;
  private static final int ROWS = 4;
  private static final int GATES = 8;
  private static final int LABEL_BYTES = 12;
  private static final int COUNTS = 16;
  private static final int HEADER = 48;

  private SeriesTableOfOld() {}

  static SeriesTable decode(byte[] block, SeriesJudge judge) {
    checkHeader(block);
    int rows = Bytes.getInt(block, ROWS);
    int gatesAt = HEADER + rows * SeriesRow.BYTES;
    int labelsAt = gatesAt + Bytes.getInt(block, GATES) * GateRow.BYTES;
    Series[] series = new Series[rows];
    for (int i = 0; i < rows; i++) {
      series[i] = readSeries(block, HEADER + i * SeriesRow.BYTES, labelsAt);
    }
    for (int at = gatesAt; at < labelsAt; at += GateRow.BYTES) {
      GateRow.read(block, at, series[Bytes.getInt(block, at + GateRow.SERIES_ROW)].gate);
    }
    SeriesTable table = new SeriesTable(judge);
    table.append(List.of(series));
    table.count(
        Bytes.getLong(block, COUNTS),
        Bytes.getLong(block, COUNTS + 8),
        Bytes.getLong(block, COUNTS + 16),
        Bytes.getLong(block, COUNTS + 24));
    return table;
  }

  private static Series readSeries(byte[] block, int row, int labelsAt) {
    int label = labelsAt + Bytes.getInt(block, row + SeriesRow.LABEL_FROM);
    int labelEnd = label + Bytes.getInt(block, row + SeriesRow.LABEL_BYTES);
    Series series =
        new Series(
            Bytes.getLong(block, row + SeriesRow.ID),
            KindCode.kind(Bytes.getInt(block, row + SeriesRow.KIND)),
            Arrays.copyOfRange(block, label, labelEnd));
    SeriesRow.read(block, row, series);
    return series;
  }

  private static void checkHeader(byte[] block) {
    long rows = block.length < HEADER ? -1 : Bytes.getInt(block, ROWS);
    long gates = rows < 0 ? -1 : Bytes.getInt(block, GATES);
    long labelBytes = rows < 0 ? -1 : Bytes.getInt(block, LABEL_BYTES);
    long expected = HEADER + rows * SeriesRow.BYTES + gates * GateRow.BYTES + labelBytes;
    if (rows < 0 || gates < 0 || labelBytes < 0 || expected != block.length) {
      throw new IllegalArgumentException(
          "series table of " + block.length + " bytes; its header says " + expected);
    }
  }
}
