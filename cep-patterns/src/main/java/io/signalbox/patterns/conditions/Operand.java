// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.FieldType;
import io.signalbox.analytics.patterns.PatternEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of the event, or of the last event that a stage has taken.
 *
 * @param stage the stage, or null for the event itself
 * @param field the field, or null for the type of the event
 */
record Operand(@Nullable String stage, @Nullable EventField field) {
  /** What it reads. */
  FieldType type() {
    return field == null ? FieldType.TEXT : field.type();
  }

  String text(PatternEvent event, Taken taken) {
    PatternEvent from = from(event, taken);
    return field == null ? from.type() : from.text(field);
  }

  double number(PatternEvent event, Taken taken) {
    return field == null ? 0 : from(event, taken).number(field);
  }

  long count(PatternEvent event, Taken taken) {
    return field == null ? 0 : from(event, taken).count(field);
  }

  boolean flag(PatternEvent event, Taken taken) {
    return field != null && from(event, taken).flag(field);
  }

  boolean isSet(PatternEvent event, Taken taken) {
    PatternEvent from = from(event, taken);
    return field == null ? !from.type().isEmpty() : from.fields().containsKey(field);
  }

  private PatternEvent from(PatternEvent event, Taken taken) {
    return stage == null ? event : last(taken.of(stage));
  }

  /** The last of a stage's events; an event without type and fields when it has none. */
  static PatternEvent last(List<PatternEvent> events) {
    return events.isEmpty() ? EventValue.NOTHING : events.get(events.size() - 1);
  }
}
