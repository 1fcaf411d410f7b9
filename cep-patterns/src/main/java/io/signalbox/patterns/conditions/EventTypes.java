// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import io.signalbox.analytics.patterns.EventField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The types that conditions know beside those of CEL: an event, and all events by stage. */
final class EventTypes implements CelTypeProvider {
  /** Type of an event. */
  static final String TYPE = "type";

  /** Event time. */
  static final String TIME = "time";

  /** An event: its type, its time and every {@link EventField} under its label. */
  static final StructType EVENT =
      StructType.create("Event", ImmutableSet.copyOf(fieldNames()), EventTypes::typeOf);

  private final StructType stages;

  /**
   * Makes the types of a condition.
   *
   * @param names stages that it may refer to
   */
  EventTypes(Collection<String> names) {
    ImmutableSet<String> known = ImmutableSet.copyOf(names);
    CelType list = ListType.create(EVENT);
    stages =
        StructType.create(
            "Stages", known, name -> known.contains(name) ? Optional.of(list) : Optional.empty());
  }

  /** Names of all fields that an event has in a condition. */
  static List<String> fieldNames() {
    List<String> names = new ArrayList<>(List.of(TYPE, TIME));
    for (EventField field : EventField.values()) {
      names.add(field.label());
    }
    return names;
  }

  /** The type of {@code all}. */
  StructType stages() {
    return stages;
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.of(EVENT, stages);
  }

  @Override
  public Optional<CelType> findType(String name) {
    return types().stream().filter(type -> type.name().equals(name)).findFirst();
  }

  private static Optional<CelType> typeOf(String name) {
    if (name.equals(TYPE)) {
      return Optional.of(SimpleType.STRING);
    }
    if (name.equals(TIME)) {
      return Optional.of(SimpleType.TIMESTAMP);
    }
    EventField field = EventField.of(name);
    if (field == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (field.type()) {
          case TEXT -> SimpleType.STRING;
          case NUMBER -> SimpleType.DOUBLE;
          case COUNT -> SimpleType.INT;
          case FLAG -> SimpleType.BOOL;
        });
  }
}
