// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import io.signalbox.analytics.incidents.Incident;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes conditions about incidents of their text: CEL over the incident {@code i} (its fields are
 * in docs/runbook-catalogue.md). Fields that do not exist and values of the wrong type are errors
 * here, not later.
 */
public final class IncidentConditions {
  private static final String INCIDENT = "i";
  private static final CelTypeProvider TYPES = new Types();
  private static final CelCompiler COMPILER =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setOptions(Conditions.OPTIONS)
          .setTypeProvider(TYPES)
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addVar(INCIDENT, IncidentFacts.INCIDENT.cel())
          .setResultType(SimpleType.BOOL)
          .build();
  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.plannerRuntimeBuilder()
          .setOptions(Conditions.OPTIONS)
          .setTypeProvider(TYPES)
          .build();

  private IncidentConditions() {}

  /**
   * A condition. It never throws: what cannot be evaluated does not hold.
   *
   * @param text in CEL
   * @throws BadCondition with all that is wrong
   */
  public static Predicate<Incident> compile(String text) {
    CelAbstractSyntaxTree ast;
    try {
      ast = COMPILER.compile(text).getAst();
    } catch (CelValidationException problem) {
      throw bad(problem.getErrors());
    }
    List<BadCondition.Fault> faults = ConditionLimits.of(ast);
    if (!faults.isEmpty()) {
      throw new BadCondition(faults);
    }
    try {
      Program program = RUNTIME.createProgram(ast);
      return incident -> holds(program, incident);
    } catch (CelEvaluationException problem) {
      String why = String.valueOf(problem.getMessage());
      throw new BadCondition(List.of(new BadCondition.Fault(1, 1, why)));
    }
  }

  private static boolean holds(Program program, Incident incident) {
    FactValue<Incident> facts = new FactValue<>(IncidentFacts.INCIDENT, incident);
    try {
      return Boolean.TRUE.equals(program.eval(Map.of(INCIDENT, facts)));
    } catch (CelEvaluationException | RuntimeException cannot) {
      return false;
    }
  }

  private static BadCondition bad(Collection<CelIssue> issues) {
    List<String> fields = new ArrayList<>();
    IncidentFacts.INCIDENT.names().forEach(fields::add);
    IncidentFacts.SUSPECT.names().forEach(fields::add);
    IncidentFacts.EVIDENCE.names().forEach(fields::add);
    IncidentFacts.CHANGE.names().forEach(fields::add);
    IncidentFacts.OBJECTIVE.names().forEach(fields::add);
    IncidentFacts.MONEY.names().forEach(fields::add);
    return new BadCondition(
        ConditionFaults.of(
            issues,
            new ConditionFaults.Names(
                "a condition knows the incident i", List.of(INCIDENT), fields)));
  }

  private static final class Types implements CelTypeProvider {
    private static final ImmutableList<CelType> ALL =
        ImmutableList.of(
            IncidentFacts.INCIDENT.cel(),
            IncidentFacts.SUSPECT.cel(),
            IncidentFacts.EVIDENCE.cel(),
            IncidentFacts.CHANGE.cel(),
            IncidentFacts.OBJECTIVE.cel(),
            IncidentFacts.MONEY.cel());

    @Override
    public ImmutableCollection<CelType> types() {
      return ALL;
    }

    @Override
    public Optional<CelType> findType(String name) {
      return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
    }
  }
}
