// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.SeriesDetector;

/**
 * A series table as version 2 wrote it: as today's, but that the state of a detector, with which
 * each row ends, was shorter. What came behind it since then begins with zeros.
 */
final class SeriesTableOfVersionTwo {
  static final byte VERSION = 2;
  private static final int ROWS = 4;
  private static final int HEADER = 48;
  private static final int DETECTOR = 496;
  private static final int ROW = 56 + DETECTOR;

  private SeriesTableOfVersionTwo() {}

  /**
   * Today's bytes.
   *
   * @throws IllegalArgumentException when there are not as many rows as the header says
   */
  static byte[] widened(byte[] old) {
    long rows = old.length < HEADER ? -1 : Bytes.getInt(old, ROWS);
    long oldRowsEnd = HEADER + rows * ROW;
    if (rows < 0 || oldRowsEnd > old.length) {
      throw new IllegalArgumentException(
          "series table of " + old.length + " bytes; its header says " + rows + " rows");
    }
    int row = ROW - DETECTOR + SeriesDetector.BYTES;
    byte[] wide = new byte[Math.toIntExact(old.length + rows * (row - ROW))];
    System.arraycopy(old, 0, wide, 0, HEADER);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(old, HEADER + i * ROW, wide, HEADER + i * row, ROW);
    }
    int from = (int) oldRowsEnd;
    int left = old.length - from;
    System.arraycopy(old, from, wide, wide.length - left, left);
    return wide;
  }
}
