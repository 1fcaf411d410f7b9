// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.patterns;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import java.util.EnumMap;
import java.util.Map;

/** Pattern events as flat bytes; fields are stored by their codes. */
public final class PatternEventCodec {
  private static final int VERSION = 1;
  private static final EventField[] FIELDS = byCode();

  private PatternEventCodec() {}

  private static EventField[] byCode() {
    EventField[] fields = new EventField[256];
    for (EventField field : EventField.values()) {
      fields[field.code()] = field;
    }
    return fields;
  }

  /** The bytes of an event. */
  public static byte[] write(PatternEvent event) {
    FlatWriter out = new FlatWriter(VERSION).text(event.key()).signed(event.timeMs());
    out.text(event.type()).count(event.fields().size());
    event
        .fields()
        .forEach(
            (field, value) -> {
              out.count(field.code());
              switch (field.type()) {
                case TEXT -> out.text((String) value);
                case NUMBER -> out.real((Double) value);
                case COUNT -> out.signed((Long) value);
                case FLAG -> out.flag((Boolean) value);
              }
            });
    return out.toBytes();
  }

  /**
   * The event that was written.
   *
   * @throws IllegalArgumentException for bytes of another version or a field that none has
   */
  public static PatternEvent read(byte[] bytes) {
    FlatReader in = new FlatReader(bytes, VERSION);
    String key = in.text();
    long timeMs = in.signed();
    String type = in.text();
    int size = in.length();
    Map<EventField, Object> fields = new EnumMap<>(EventField.class);
    for (int i = 0; i < size; i++) {
      EventField field = field(in.count());
      fields.put(
          field,
          switch (field.type()) {
            case TEXT -> in.text();
            case NUMBER -> in.real();
            case COUNT -> in.signed();
            case FLAG -> in.flag();
          });
    }
    return new PatternEvent(key, timeMs, type, fields);
  }

  private static EventField field(long code) {
    EventField field = code < 0 || code >= FIELDS.length ? null : FIELDS[(int) code];
    if (field == null) {
      throw new IllegalArgumentException("no field " + code);
    }
    return field;
  }
}
