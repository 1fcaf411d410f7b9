// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.objectives.BadUsers;
import io.signalbox.analytics.signals.DistinctSketch;
import io.signalbox.analytics.signals.SpanCell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * Bytes of a list of span cells and, in version 2, of users behind bad requests among them. Where
 * there are none version 1 is written.
 */
public final class SpanCells {
  private static final byte PLAIN = 1;
  private static final byte WITH_USERS = 2;

  private SpanCells() {}

  /** Encodes cells in the order given. */
  public static byte[] encode(List<SpanCell> cells, List<BadUsers> users) {
    DataOutputSerializer out = new DataOutputSerializer(64 * cells.size() + 8);
    try {
      out.writeByte(users.isEmpty() ? PLAIN : WITH_USERS);
      out.writeInt(cells.size());
      for (SpanCell cell : cells) {
        write(cell, out);
      }
      if (!users.isEmpty()) {
        writeUsers(users, out);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.getCopyOfBuffer();
  }

  /**
   * The cells that {@link #encode} wrote.
   *
   * @throws IllegalArgumentException on an unknown version
   */
  public static List<SpanCell> decode(byte[] payload) {
    return decode(payload, users -> {});
  }

  /**
   * The same and the users.
   *
   * @throws IllegalArgumentException on an unknown version
   */
  public static List<SpanCell> decode(byte[] payload, Consumer<BadUsers> users) {
    DataInputDeserializer in = new DataInputDeserializer(payload);
    try {
      byte version = in.readByte();
      if (version != PLAIN && version != WITH_USERS) {
        throw new IllegalArgumentException("span cells of version " + version);
      }
      int size = in.readInt();
      List<SpanCell> cells = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        cells.add(read(in));
      }
      for (int left = version == WITH_USERS ? in.readInt() : 0; left > 0; left--) {
        users.accept(readUsers(in));
      }
      return cells;
    } catch (IOException torn) {
      throw new UncheckedIOException(torn);
    }
  }

  private static void writeUsers(List<BadUsers> users, DataOutputSerializer out)
      throws IOException {
    out.writeInt(users.size());
    for (BadUsers one : users) {
      out.writeUTF(one.objective());
      out.writeBoolean(one.answered());
      List<Integer> entries = one.users().entries();
      out.writeShort(entries.size());
      for (int entry : entries) {
        out.writeShort(entry);
      }
    }
  }

  private static BadUsers readUsers(DataInputDeserializer in) throws IOException {
    String objective = in.readUTF();
    boolean answered = in.readBoolean();
    int size = in.readUnsignedShort();
    List<Integer> entries = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      entries.add(in.readUnsignedShort());
    }
    return new BadUsers(objective, answered, DistinctSketch.of(entries));
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
