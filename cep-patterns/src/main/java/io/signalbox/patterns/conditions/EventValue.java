// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import dev.cel.common.types.CelType;
import dev.cel.common.values.StructValue;
import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An event as the CEL runtime sees it. */
@SuppressWarnings("Immutable") // a PatternEvent is, but does not say so
final class EventValue extends StructValue<String, EventValue> {
  /** What a stage gives that has taken no event. */
  static final PatternEvent NOTHING = new PatternEvent("", 0, "", Map.of());

  private final PatternEvent event;

  EventValue(PatternEvent event) {
    this.event = event;
  }

  /** Itself: what the runtime unwraps must be such that fields can be selected. */
  @Override
  public EventValue value() {
    return this;
  }

  @Override
  public boolean isZeroValue() {
    return event.type().isEmpty() && event.fields().isEmpty();
  }

  @Override
  public CelType celType() {
    return EventTypes.EVENT;
  }

  @Override
  public Object select(String name) {
    return switch (name) {
      case EventTypes.TYPE -> event.type();
      case EventTypes.TIME -> Instant.ofEpochMilli(event.timeMs());
      default -> read(EventField.of(name));
    };
  }

  @Override
  public Optional<Object> find(String name) {
    EventField field = EventField.of(name);
    if (field != null) {
      return Optional.ofNullable(event.fields().get(field));
    }
    return event.type().isEmpty() ? Optional.empty() : Optional.of(select(name));
  }

  private Object read(@Nullable EventField field) {
    if (field == null) {
      throw new IllegalArgumentException("no such field");
    }
    return switch (field.type()) {
      case TEXT -> event.text(field);
      case NUMBER -> event.number(field);
      case COUNT -> event.count(field);
      case FLAG -> event.flag(field);
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EventValue that && event.equals(that.event);
  }

  @Override
  public int hashCode() {
    return event.hashCode();
  }
}
