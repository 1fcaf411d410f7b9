// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import dev.cel.common.types.CelType;
import dev.cel.common.values.StructValue;
import java.util.List;
import java.util.Optional;

/** All events of every stage, as the CEL runtime sees {@code all}. */
@SuppressWarnings("Immutable") // lives for one evaluation
final class StagesValue extends StructValue<String, StagesValue> {
  private final Taken taken;
  private final CelType type;

  StagesValue(Taken taken, CelType type) {
    this.taken = taken;
    this.type = type;
  }

  @Override
  public StagesValue value() {
    return this;
  }

  @Override
  public boolean isZeroValue() {
    return false;
  }

  @Override
  public CelType celType() {
    return type;
  }

  @Override
  public List<EventValue> select(String stage) {
    return taken.of(stage).stream().map(EventValue::new).toList();
  }

  @Override
  public Optional<Object> find(String stage) {
    List<EventValue> events = select(stage);
    return events.isEmpty() ? Optional.empty() : Optional.of(events);
  }
}
