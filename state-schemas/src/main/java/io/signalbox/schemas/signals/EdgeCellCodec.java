// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.EdgeCell;
import java.util.ArrayList;
import java.util.List;

/** A list of edge cells as one payload. */
public final class EdgeCellCodec {
  private static final int VERSION = 1;

  private EdgeCellCodec() {}

  /** The bytes of a list, in its order. */
  public static byte[] write(List<EdgeCell> cells) {
    FlatWriter out = new FlatWriter(VERSION);
    write(out, cells);
    return out.toBytes();
  }

  /**
   * The list that was written.
   *
   * @throws IllegalArgumentException for bytes that no one wrote
   */
  public static List<EdgeCell> read(byte[] bytes) {
    return read(new FlatReader(bytes, VERSION));
  }

  /** Writes a list as a part of something greater. */
  public static void write(FlatWriter out, List<EdgeCell> cells) {
    out.count(cells.size());
    for (EdgeCell cell : cells) {
      out.text(cell.environment()).text(cell.caller()).text(cell.callee());
      out.text(cell.peer()).text(cell.operation());
      out.signed(cell.tickMs()).count(cell.calls()).count(cell.errors());
      BinsCodec.write(out, cell.durationBins(), cell.durationCounts());
      BinsCodec.write(out, cell.wireBins(), cell.wireCounts());
    }
  }

  /** Reads a list as a part of something greater. */
  public static List<EdgeCell> read(FlatReader in) {
    int size = in.length();
    List<EdgeCell> cells = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      cells.add(readCell(in));
    }
    return cells;
  }

  private static EdgeCell readCell(FlatReader in) {
    String environment = in.text();
    String caller = in.text();
    String callee = in.text();
    String peer = in.text();
    String operation = in.text();
    long tickMs = in.signed();
    long calls = in.count();
    long errors = in.count();
    int[] durationBins = BinsCodec.readBins(in);
    long[] durationCounts = BinsCodec.readCounts(in, durationBins.length);
    int[] wireBins = BinsCodec.readBins(in);
    long[] wireCounts = BinsCodec.readCounts(in, wireBins.length);
    return new EdgeCell(
        environment,
        caller,
        callee,
        peer,
        operation,
        tickMs,
        calls,
        errors,
        durationBins,
        durationCounts,
        wireBins,
        wireCounts);
  }
}
