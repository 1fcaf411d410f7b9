// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.DetectorSettings;
import io.signalbox.analytics.detection.Judged;
import io.signalbox.analytics.detection.Series;
import io.signalbox.analytics.detection.SeriesDetector;
import io.signalbox.analytics.detection.SumReader;

/**
 * The row of one series in version 1 of the block: every field at a fixed offset, doubles and longs
 * on multiples of eight. Read only: today's rows are in {@code SeriesTable}.
 */
final class SeriesRow {
  static final int ID = 0;
  static final int LABEL_FROM = 8;
  static final int LABEL_BYTES = 12;
  static final int KIND = 16;
  static final int SUM_READER = 24;
  static final int LAST_AT = 72;
  static final int LAST = 80;
  static final int BYTES = 320;

  private SeriesRow() {}

  /**
   * Reads the counter and the last value into a new series. What version 1 had learned beside them
   * is not what is asked today, so the detector begins anew from the last value.
   */
  static void read(byte[] block, int row, Series series) {
    readReader(block, row + SUM_READER, series.reader);
    new SeriesDetector(DetectorSettings.defaults())
        .step(
            series.detector,
            0,
            Bytes.getLong(block, row + LAST_AT),
            Bytes.getDouble(block, row + LAST),
            new Judged());
  }

  private static void readReader(byte[] block, int at, SumReader reader) {
    reader.atMs = Bytes.getLong(block, at);
    reader.startMs = Bytes.getLong(block, at + 8);
    reader.sum = Bytes.getDouble(block, at + 16);
    reader.weight = Bytes.getLong(block, at + 24);
  }
}
