// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A type that conditions know, by a table of its fields: the type of each and how it is read.
 *
 * @param <T> what has the fields
 */
final class FactType<T> {
  private final TreeMap<String, Fact<T>> facts = new TreeMap<>();
  private final StructType type;

  /** One field; what is read is of the type, and never null. */
  record Fact<T>(CelType type, Function<T, Object> read) {}

  FactType(String name, Map<String, Fact<T>> fields) {
    facts.putAll(fields);
    ImmutableMap<String, CelType> types =
        ImmutableMap.copyOf(Maps.transformValues(facts, Fact::type));
    type = StructType.create(name, types.keySet(), field -> Optional.ofNullable(types.get(field)));
  }

  /** The type for the compiler. */
  StructType cel() {
    return type;
  }

  /** Names of all fields. */
  Iterable<String> names() {
    return facts.keySet();
  }

  Object read(T from, String field) {
    Fact<T> fact = facts.get(field);
    if (fact == null) {
      throw new IllegalArgumentException("no such field");
    }
    return fact.read().apply(from);
  }
}
