// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a pattern sees: an episode that opened, a symptom, a change, an action of an agent; never
 * raw telemetry.
 *
 * @param key what its pattern is keyed by, such as {@code production/checkout}
 * @param timeMs event time, epoch milliseconds
 * @param type such as {@code anomaly.opened}, {@code change.deployed} or {@code symptom.restart}
 * @param fields the fields that are set, each with the Java type that {@link FieldType} names;
 *     unmodifiable
 */
public record PatternEvent(String key, long timeMs, String type, Map<EventField, Object> fields) {
  /** Keeps an ordered copy of the fields. */
  public PatternEvent {
    if (fields.isEmpty()) {
      fields = Map.of();
    } else {
      EnumMap<EventField, Object> ordered = new EnumMap<>(EventField.class);
      ordered.putAll(fields);
      fields = Collections.unmodifiableMap(ordered);
    }
  }

  /** A text field; empty when it is not set. */
  public String text(EventField field) {
    return (String) fields.getOrDefault(field, "");
  }

  /** A number; 0 when it is not set. */
  public double number(EventField field) {
    return (Double) fields.getOrDefault(field, 0.0);
  }

  /** A count; 0 when it is not set. */
  public long count(EventField field) {
    return (Long) fields.getOrDefault(field, 0L);
  }

  /** A flag; false when it is not set. */
  public boolean flag(EventField field) {
    return (Boolean) fields.getOrDefault(field, false);
  }
}
