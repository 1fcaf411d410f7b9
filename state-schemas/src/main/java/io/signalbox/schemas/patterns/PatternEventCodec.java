// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.patterns;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Bytes of an event: version (1), key, time (8), type, number of fields (1), and of each field its
 * code (1) and value. Texts are UTF-8 behind their length, seven bits a byte. Version 1.
 */
public final class PatternEventCodec {
  /** The version that is written. */
  public static final int VERSION = 1;

  private static final EventField[] BY_CODE = byCode();

  private PatternEventCodec() {}

  private static EventField[] byCode() {
    EventField[] fields = new EventField[Byte.MAX_VALUE];
    for (EventField field : EventField.values()) {
      fields[field.code()] = field;
    }
    return fields;
  }

  /** The bytes of an event alone. */
  public static byte[] encode(PatternEvent event) {
    DataOutputSerializer out = new DataOutputSerializer(128);
    try {
      write(event, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.getCopyOfBuffer();
  }

  /**
   * The event in bytes.
   *
   * @throws UncheckedIOException of bytes that no version wrote
   */
  public static PatternEvent decode(byte[] bytes) {
    try {
      return read(new DataInputDeserializer(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes an event. */
  public static void write(PatternEvent event, DataOutputView out) throws IOException {
    out.writeByte(VERSION);
    text(event.key(), out);
    out.writeLong(event.timeMs());
    text(event.type(), out);
    fields(event.fields(), out);
  }

  static void fields(Map<EventField, Object> fields, DataOutputView out) throws IOException {
    out.writeByte(fields.size());
    for (Map.Entry<EventField, Object> entry : fields.entrySet()) {
      out.writeByte(entry.getKey().code());
      switch (entry.getKey().type()) {
        case TEXT -> text((String) entry.getValue(), out);
        case NUMBER -> out.writeDouble((Double) entry.getValue());
        case COUNT -> out.writeLong((Long) entry.getValue());
        case FLAG -> out.writeBoolean((Boolean) entry.getValue());
      }
    }
  }

  /**
   * Reads an event.
   *
   * @throws IOException of bytes that no version wrote
   */
  public static PatternEvent read(DataInputView in) throws IOException {
    int version = in.readByte();
    if (version != VERSION) {
      throw new IOException("pattern event of version " + version + ", this reads " + VERSION);
    }
    String key = text(in);
    long timeMs = in.readLong();
    String type = text(in);
    return new PatternEvent(key, timeMs, type, fields(in));
  }

  static Map<EventField, Object> fields(DataInputView in) throws IOException {
    int size = in.readUnsignedByte();
    if (size == 0) {
      return Map.of();
    }
    EnumMap<EventField, Object> fields = new EnumMap<>(EventField.class);
    for (int i = 0; i < size; i++) {
      EventField field = field(in.readByte());
      fields.put(
          field,
          switch (field.type()) {
            case TEXT -> text(in);
            case NUMBER -> in.readDouble();
            case COUNT -> in.readLong();
            case FLAG -> in.readBoolean();
          });
    }
    return fields;
  }

  private static EventField field(int code) throws IOException {
    EventField field = code < 0 || code >= BY_CODE.length ? null : BY_CODE[code];
    if (field == null) {
      throw new IOException("no field of a pattern event has the code " + code);
    }
    return field;
  }

  static void text(String value, DataOutputView out) throws IOException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    int rest = bytes.length;
    while ((rest & ~0x7f) != 0) {
      out.writeByte(rest | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
    out.write(bytes);
  }

  static String text(DataInputView in) throws IOException {
    int length = 0;
    for (int shift = 0; shift < Integer.SIZE; shift += 7) {
      int next = in.readByte();
      length |= (next & 0x7f) << shift;
      if (next >= 0) {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
      }
    }
    throw new IOException("the length of a text has more than five bytes");
  }
}
