// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import io.signalbox.analytics.detection.SeriesJudge;
import io.signalbox.analytics.detection.SeriesTable;

/**
 * A series table as stored bytes: its own flat block, the first byte of which is the version, 3.
 * Blocks of versions 1 and 2 are read as well.
 */
public final class SeriesTableCodec {
  /** Leading byte of what {@link #encode} writes. */
  public static final byte VERSION = 3;

  private SeriesTableCodec() {}

  /** The block of a table: not a copy, it changes with the table. */
  static byte[] block(SeriesTable table) {
    table.block()[0] = VERSION;
    return table.block();
  }

  /** The bytes of a table. */
  public static byte[] encode(SeriesTable table) {
    return block(table).clone();
  }

  /**
   * The table of some bytes, which become part of it.
   *
   * @throws IllegalArgumentException when they are of another version or not as long as they say
   */
  public static SeriesTable decode(byte[] bytes, SeriesJudge judge) {
    byte version = bytes.length == 0 ? 0 : bytes[0];
    return switch (version) {
      case VERSION -> new SeriesTable(judge, bytes);
      case SeriesTableOfVersionTwo.VERSION ->
          new SeriesTable(judge, SeriesTableOfVersionTwo.widened(bytes));
      case SeriesTableOfOld.VERSION -> SeriesTableOfOld.decode(bytes, judge);
      default ->
          throw new IllegalArgumentException(
              "series table of version " + version + "; this build reads up to " + VERSION);
    };
  }
}
