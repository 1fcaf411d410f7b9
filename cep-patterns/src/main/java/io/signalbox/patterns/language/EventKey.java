// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.language;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.EventKeys;
import io.signalbox.analytics.patterns.FieldType;
import io.signalbox.analytics.patterns.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** By which key a pattern sees an event. */
public final class EventKey {
  private EventKey() {}

  /** The kind of key that a pattern is keyed by, as {@link EventKeys} has it. */
  public static String kind(PatternKey key) {
    return key.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The key, as {@link EventKeys} makes them. Empty when the event has no such key, so that the
   * pattern does not see it.
   *
   * @param key what the pattern is keyed by
   * @param fields fields of the event
   */
  public static Optional<String> of(PatternKey key, Map<EventField, Object> fields) {
    String environment = text(fields, EventField.ENVIRONMENT);
    if (key == PatternKey.ENVIRONMENT) {
      return Optional.of(EventKeys.of(kind(key), environment));
    }
    if (key != PatternKey.NEIGHBOURHOOD && !isOfSelf(fields)) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    for (EventField field : needed(key)) {
      String part = text(fields, field);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part);
    }
    return Optional.of(EventKeys.of(kind(key), environment, parts.toArray(String[]::new)));
  }

  /** The fields that an event must have to be seen by a pattern with that key. */
  public static List<EventField> needed(PatternKey key) {
    return switch (key) {
      case SERVICE -> List.of(EventField.SERVICE);
      case EDGE -> List.of(EventField.SERVICE, EventField.PEER);
      case NEIGHBOURHOOD -> List.of(EventField.OBSERVER);
      case INSTANCE -> List.of(EventField.SERVICE, EventField.INSTANCE);
      case NODE -> List.of(EventField.NODE);
      case ZONE -> List.of(EventField.ZONE);
      case NAME -> List.of(EventField.NAME);
      case TENANT -> List.of(EventField.TENANT);
      case AGENT -> List.of(EventField.RUN);
      case MODEL -> List.of(EventField.MODEL);
      case PROVIDER -> List.of(EventField.PROVIDER);
      case ENVIRONMENT -> List.of();
    };
  }

  private static boolean isOfSelf(Map<EventField, Object> fields) {
    String role = text(fields, EventField.ROLE);
    return role.isEmpty() || role.equals(Role.SELF.name());
  }

  private static String text(Map<EventField, Object> fields, EventField field) {
    assert field.type() == FieldType.TEXT;
    return (String) fields.getOrDefault(field, "");
  }
}
