// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.signals.LogLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Bytes of a list of log lines. Version 1. */
public final class LogLines {
  private static final byte VERSION = 1;

  private LogLines() {}

  /** Encodes lines in the order given. */
  public static byte[] encode(List<LogLine> lines) {
    DataOutputSerializer out = new DataOutputSerializer(80 * lines.size() + 8);
    try {
      out.writeByte(VERSION);
      out.writeInt(lines.size());
      for (LogLine line : lines) {
        out.writeLong(line.atMs());
        out.writeByte(line.severity());
        out.writeUTF(line.text());
        out.writeLong(line.count());
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
  public static List<LogLine> decode(byte[] payload) {
    DataInputDeserializer in = new DataInputDeserializer(payload);
    try {
      byte version = in.readByte();
      if (version != VERSION) {
        throw new IllegalArgumentException("log lines of version " + version);
      }
      int size = in.readInt();
      List<LogLine> lines = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        lines.add(new LogLine(in.readLong(), in.readByte(), in.readUTF(), in.readLong()));
      }
      return lines;
    } catch (IOException torn) {
      throw new UncheckedIOException(torn);
    }
  }
}
