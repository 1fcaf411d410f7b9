// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which values of a field a check leaves possible: for dispatch by type and for the linter. */
final class EventTypeSets {
  private EventTypeSets() {}

  /** The only types of events for which a check can hold; empty when any may. */
  static Optional<Set<String>> of(Check check) {
    return of(check, new Operand(null, null)).map(TreeSet::new);
  }

  /** True when no event can pass: two texts are asked of one field, or it says false. */
  static boolean isNever(Check check) {
    if (check instanceof Check.Always always) {
      return !always.value();
    }
    if (check instanceof Check.AnyOf any) {
      return any.parts().stream().allMatch(EventTypeSets::isNever);
    }
    if (check instanceof Check.AllOf all) {
      return all.parts().stream().anyMatch(EventTypeSets::isNever)
          || all.parts().stream()
              .filter(Check.TextIn.class::isInstance)
              .map(part -> of(check, ((Check.TextIn) part).operand()))
              .anyMatch(values -> values.isPresent() && values.get().isEmpty());
    }
    return check instanceof Check.TextIn in && in.values().isEmpty();
  }

  private static Optional<Set<String>> of(Check check, Operand operand) {
    if (check instanceof Check.TextIn in && in.operand().equals(operand)) {
      return Optional.of(in.values());
    }
    if (check instanceof Check.AllOf all) {
      return intersection(all.parts(), operand);
    }
    return check instanceof Check.AnyOf any ? union(any.parts(), operand) : Optional.empty();
  }

  private static Optional<Set<String>> intersection(List<Check> parts, Operand operand) {
    Set<String> left = null;
    for (Check part : parts) {
      Optional<Set<String>> values = of(part, operand);
      if (values.isPresent()) {
        if (left == null) {
          left = new HashSet<>(values.get());
        } else {
          left.retainAll(values.get());
        }
      }
    }
    return Optional.ofNullable(left);
  }

  private static Optional<Set<String>> union(List<Check> parts, Operand operand) {
    Set<String> all = new HashSet<>();
    for (Check part : parts) {
      Optional<Set<String>> values = of(part, operand);
      if (values.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(values.get());
    }
    return Optional.of(all);
  }
}
