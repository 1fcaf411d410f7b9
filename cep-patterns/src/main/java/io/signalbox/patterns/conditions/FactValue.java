// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import dev.cel.common.types.CelType;
import dev.cel.common.values.StructValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something with facts as the CEL runtime sees it. */
@SuppressWarnings("Immutable") // the records behind it are, but do not say so
final class FactValue<T> extends StructValue<String, FactValue<T>> {
  private final FactType<T> type;
  private final T from;

  FactValue(FactType<T> type, T from) {
    this.type = type;
    this.from = from;
  }

  /** Itself: what the runtime unwraps must be such that fields can be selected. */
  @Override
  public FactValue<T> value() {
    return this;
  }

  @Override
  public boolean isZeroValue() {
    return false;
  }

  @Override
  public CelType celType() {
    return type.cel();
  }

  @Override
  public Object select(String field) {
    return type.read(from, field);
  }

  @Override
  public Optional<Object> find(String field) {
    return Optional.of(select(field));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FactValue<?> that && from.equals(that.from);
  }

  @Override
  public int hashCode() {
    return from.hashCode();
  }
}
