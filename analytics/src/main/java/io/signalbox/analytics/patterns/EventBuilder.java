// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a pattern event together; fields that say nothing are left out. */
final class EventBuilder {
  private final long timeMs;
  private final Map<EventField, Object> fields = new EnumMap<>(EventField.class);

  EventBuilder(long timeMs, String environment, String service) {
    this.timeMs = timeMs;
    text(EventField.ENVIRONMENT, environment);
    text(EventField.SERVICE, service);
    text(EventField.OBSERVER, service);
    text(EventField.ROLE, Role.SELF.name());
  }

  EventBuilder text(EventField field, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      fields.put(field, value);
    }
    return this;
  }

  EventBuilder number(EventField field, double value) {
    if (value != 0 && !Double.isNaN(value)) {
      fields.put(field, value);
    }
    return this;
  }

  EventBuilder count(EventField field, long value) {
    if (value != 0) {
      fields.put(field, value);
    }
    return this;
  }

  EventBuilder flag(EventField field, boolean value) {
    if (value) {
      fields.put(field, true);
    }
    return this;
  }

  /** Sets a field from text as its type wants it; null is no field. */
  void parsed(@Nullable EventField field, String value) {
    if (field != null) {
      switch (field.type()) {
        case TEXT -> text(field, value);
        case NUMBER -> number(field, PatternEvents.number(value));
        case COUNT -> count(field, (long) PatternEvents.number(value));
        case FLAG -> flag(field, Boolean.parseBoolean(value));
      }
    }
  }

  PatternEvent build(String type) {
    return new PatternEvent("", timeMs, type, fields);
  }
}
