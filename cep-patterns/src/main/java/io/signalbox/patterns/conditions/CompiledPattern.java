// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import io.signalbox.patterns.language.FailurePattern;
import java.util.List;
import java.util.Optional;

/**
 * A pattern whose conditions can be asked.
 *
 * @param pattern as it was written
 * @param where the condition of each stage
 * @param until the condition that ends the loop of each stage, where it has one
 */
public record CompiledPattern(
    FailurePattern pattern, List<Condition> where, List<Optional<Condition>> until) {
  /** Keeps unmodifiable copies; there is one of each for every stage. */
  public CompiledPattern {
    where = List.copyOf(where);
    until = List.copyOf(until);
    int stages = pattern.stages().size();
    if (where.size() != stages || until.size() != stages) {
      throw new IllegalArgumentException("not one condition for each stage of " + pattern.id());
    }
  }
}
