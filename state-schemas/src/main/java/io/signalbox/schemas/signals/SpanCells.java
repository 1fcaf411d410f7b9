// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.SpanCell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Bytes of a list of span cells. Version 1. */
public final class SpanCells {
  private static final byte VERSION = 1;

  private SpanCells() {}

  /** Encodes cells in the order given. */
  public static byte[] encode(List<SpanCell> cells) {
    DataOutputSerializer out = new DataOutputSerializer(64 * cells.size() + 8);
    try {
      out.writeByte(VERSION);
      out.writeInt(cells.size());
      for (SpanCell cell : cells) {
        write(cell, out);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.getCopyOfBuffer();
  }

  /**
   * Decodes what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException on an unknown version
   */
  public static List<SpanCell> decode(byte[] payload) {
    DataInputDeserializer in = new DataInputDeserializer(payload);
    try {
      byte version = in.readByte();
      if (version != VERSION) {
        throw new IllegalArgumentException("span cells of version " + version);
      }
      int size = in.readInt();
      List<SpanCell> cells = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        cells.add(read(in));
      }
      return cells;
    } catch (IOException torn) {
      throw new UncheckedIOException(torn);
    }
  }

  private static void write(SpanCell cell, DataOutputSerializer out) throws IOException {
    out.writeUTF(cell.operation());
    out.writeByte(cell.kind());
    out.writeUTF(cell.version());
    out.writeUTF(cell.zone());
    out.writeLong(cell.calls());
    out.writeLong(cell.errors());
    out.writeShort(cell.bins().length);
    for (int i = 0; i < cell.bins().length; i++) {
      out.writeShort(cell.bins()[i]);
      out.writeLong(cell.counts()[i]);
    }
  }

  private static SpanCell read(DataInputDeserializer in) throws IOException {
    String operation = in.readUTF();
    int kind = in.readByte();
    String version = in.readUTF();
    String zone = in.readUTF();
    long calls = in.readLong();
    long errors = in.readLong();
    int[] bins = new int[in.readUnsignedShort()];
    long[] counts = new long[bins.length];
    for (int i = 0; i < bins.length; i++) {
      bins[i] = in.readUnsignedShort();
      counts[i] = in.readLong();
    }
    return new SpanCell(operation, kind, version, zone, calls, errors, bins, counts);
  }
}
