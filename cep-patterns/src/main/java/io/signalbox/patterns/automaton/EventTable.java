// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.schemas.signals.FlatReader;
import io.signalbox.schemas.signals.FlatWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The events of a key that partial matches have taken, each once and numbered by place. */
final class EventTable {
  private final TreeMap<Long, PatternEvent> events = new TreeMap<>();
  private final Map<Long, Integer> numbers = new HashMap<>();

  void add(Seen seen) {
    events.put(seen.sequence(), seen.event());
  }

  int numberOf(Seen seen) {
    Integer number = numbers.get(seen.sequence());
    if (number == null) {
      throw new IllegalStateException("an event that is in no table");
    }
    return number;
  }

  void write(FlatWriter out) {
    out.count(events.size());
    events.forEach(
        (sequence, event) -> {
          numbers.put(sequence, numbers.size());
          out.count(sequence).signed(event.timeMs()).text(event.type());
          out.count(event.fields().size());
          event.fields().forEach((field, value) -> write(field, value, out));
        });
  }

  private static void write(EventField field, Object value, FlatWriter out) {
    out.count(field.code());
    switch (field.type()) {
      case TEXT -> out.text((String) value);
      case NUMBER -> out.real((Double) value);
      case COUNT -> out.signed((Long) value);
      case FLAG -> out.flag((Boolean) value);
    }
  }

  static List<Seen> read(FlatReader in, String key) {
    List<Seen> seen = new ArrayList<>();
    for (long left = in.count(); left > 0; left--) {
      long sequence = in.count();
      long timeMs = in.signed();
      String type = in.text();
      Map<EventField, Object> fields = new EnumMap<>(EventField.class);
      for (long fieldsLeft = in.count(); fieldsLeft > 0; fieldsLeft--) {
        EventField field = field(in.count());
        fields.put(field, value(field, in));
      }
      seen.add(new Seen(sequence, new PatternEvent(key, timeMs, type, fields)));
    }
    return seen;
  }

  private static EventField field(long code) {
    for (EventField field : EventField.values()) {
      if (field.code() == code) {
        return field;
      }
    }
    throw new IllegalArgumentException("no field of a pattern event has the code " + code);
  }

  private static Object value(EventField field, FlatReader in) {
    return switch (field.type()) {
      case TEXT -> in.text();
      case NUMBER -> in.real();
      case COUNT -> in.signed();
      case FLAG -> in.flag();
    };
  }
}
