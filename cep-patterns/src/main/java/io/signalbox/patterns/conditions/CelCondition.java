// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import dev.cel.common.types.StructType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.Program;
import io.signalbox.analytics.patterns.PatternEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks first, and the CEL runtime for the rest only when they hold. What the runtime cannot
 * evaluate is false: in CEL a conjunction with an error in it is false or an error, never true, so
 * the parts may be asked one by one.
 */
final class CelCondition implements Condition {
  private final Check checks;
  private final Program[] rest;
  private final boolean refersBack;
  private final Optional<Set<String>> types;
  private final StructType stages;
  private long failures;

  CelCondition(Check.AllOf checks, List<Program> rest, boolean restAsks, StructType stages) {
    boolean never = EventTypeSets.isNever(checks);
    this.checks = checks.parts().size() == 1 ? checks.parts().get(0) : checks;
    this.rest = rest.toArray(new Program[0]);
    this.refersBack = restAsks || checks.refersBack();
    this.types = never ? Optional.of(Set.of()) : EventTypeSets.of(checks);
    this.stages = stages;
  }

  @Override
  public boolean test(PatternEvent event, Taken taken) {
    return checks.test(event, taken) && (rest.length == 0 || evaluate(event, taken));
  }

  @Override
  public boolean refersBack() {
    return refersBack;
  }

  @Override
  public Optional<Set<String>> types() {
    return types;
  }

  @Override
  public long failures() {
    return failures;
  }

  /** True when a part of it is left to the CEL runtime. */
  boolean needsRuntime() {
    return rest.length > 0;
  }

  private boolean evaluate(PatternEvent event, Taken taken) {
    CelVariableResolver variables = name -> variable(name, event, taken);
    boolean failed = false;
    for (Program part : rest) {
      try {
        if (!Boolean.TRUE.equals(part.eval(variables))) {
          return false;
        }
      } catch (CelEvaluationException | RuntimeException problem) {
        failed = true;
      }
    }
    if (failed) {
      failures++;
    }
    return !failed;
  }

  /** Empty for what is neither: a loop has variables of its own, which must not be hidden. */
  private Optional<Object> variable(String name, PatternEvent event, Taken taken) {
    return switch (name) {
      case Conditions.EVENT -> Optional.of(new EventValue(event));
      case Conditions.ALL -> Optional.of(new StagesValue(taken, stages));
      default ->
          stages.fieldNames().contains(name)
              ? Optional.of(new EventValue(Operand.last(taken.of(name))))
              : Optional.empty();
    };
  }
}
