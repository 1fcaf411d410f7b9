// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes conditions of their text. A condition is CEL over the event {@code e}; a stage's name is
 * the last event that it has taken so far (an event without type and fields when it has none), and
 * {@code all.NAME} is the list of all. Fields and stages that do not exist and values of the wrong
 * type are errors here, not later.
 */
public final class Conditions {
  /** Name of the event. */
  public static final String EVENT = "e";

  /** Name of what holds all events by stage. */
  public static final String ALL = "all";

  /** Greatest length of a condition, code points. */
  public static final int GREATEST_LENGTH = 2048;

  private static final int GREATEST_NODES = 512;
  private static final int GREATEST_DEPTH = 48;
  private static final int GREATEST_ITERATIONS = 4096;
  private static final int GREATEST_REGEX = 512;

  static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(GREATEST_LENGTH)
          .maxParseExpressionNodeCount(GREATEST_NODES)
          .maxParseRecursionDepth(GREATEST_DEPTH)
          .comprehensionMaxIterations(GREATEST_ITERATIONS)
          .maxRegexProgramSize(GREATEST_REGEX)
          .enableHeterogeneousNumericComparisons(true)
          .populateMacroCalls(true) // so that a condition with a loop can be written again
          .build();

  private Conditions() {}

  /**
   * A pattern whose conditions can be asked.
   *
   * @throws BadCondition with what is wrong in the first bad one
   */
  public static CompiledPattern compile(FailurePattern pattern) {
    List<Condition> where = new ArrayList<>();
    List<Optional<Condition>> until = new ArrayList<>();
    for (int i = 0; i < pattern.stages().size(); i++) {
      Stage stage = pattern.stages().get(i);
      Set<String> known = referable(pattern.stages(), i);
      where.add(compile(stage.where(), known));
      until.add(Optional.ofNullable(stage.until()).map(text -> compile(text, known)));
    }
    return new CompiledPattern(pattern, where, until);
  }

  /** The stages to which the condition of a stage may refer: itself and those before that take. */
  public static Set<String> referable(List<Stage> stages, int stage) {
    Set<String> names = new TreeSet<>();
    for (Stage one : stages.subList(0, stage + 1)) {
      if (!one.negated() && one.name().indexOf('-') < 0) {
        names.add(one.name());
      }
    }
    return names;
  }

  /**
   * A condition.
   *
   * @param text in CEL
   * @param stages to which it may refer
   * @throws BadCondition with all that is wrong
   */
  public static Condition compile(String text, Set<String> stages) {
    return compile(text, stages, true);
  }

  /** The same by the CEL runtime alone when checks are not wanted. */
  static Condition compile(String text, Set<String> stages, boolean withChecks) {
    EventTypes types = new EventTypes(stages);
    CelAbstractSyntaxTree ast = parse(text, stages, types);
    CheckReader reader = new CheckReader(stages);
    List<Check> checks = new ArrayList<>();
    List<Program> rest = new ArrayList<>();
    CelRuntime runtime =
        CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(OPTIONS)
            .setTypeProvider(types)
            .build();
    List<CelExpr> parts =
        withChecks ? CheckReader.conjuncts(ast.getExpr()) : List.of(ast.getExpr());
    for (CelExpr part : parts) {
      Optional<Check> check = withChecks ? reader.read(part) : Optional.empty();
      check.ifPresent(checks::add);
      if (check.isEmpty()) {
        rest.add(plan(runtime, ast, part));
      }
    }
    boolean asks = !rest.isEmpty() && ConditionLimits.refersTo(ast, stages);
    return new CelCondition(new Check.AllOf(checks), rest, asks, types.stages());
  }

  /** The checked tree of a condition. */
  static CelAbstractSyntaxTree parse(String text, Set<String> stages, EventTypes types) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setTypeProvider(types)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar(EVENT, EventTypes.EVENT)
            .addVar(ALL, types.stages())
            .setResultType(SimpleType.BOOL);
    stages.forEach(stage -> builder.addVar(stage, EventTypes.EVENT));
    CelCompiler compiler = builder.build();
    CelValidationResult result = compiler.compile(text);
    if (result.hasError()) {
      throw new BadCondition(ConditionFaults.of(result.getErrors(), names(stages)));
    }
    CelAbstractSyntaxTree ast;
    try {
      ast = result.getAst();
    } catch (dev.cel.common.CelValidationException problem) {
      throw new BadCondition(ConditionFaults.of(problem.getErrors(), names(stages)));
    }
    List<BadCondition.Fault> faults = ConditionLimits.of(ast);
    if (!faults.isEmpty()) {
      throw new BadCondition(faults);
    }
    return ast;
  }

  private static ConditionFaults.Names names(Set<String> stages) {
    List<String> fields = new ArrayList<>(EventTypes.fieldNames());
    fields.addAll(stages);
    List<String> variables = new ArrayList<>(stages);
    variables.add(EVENT);
    variables.add(ALL);
    return new ConditionFaults.Names(
        "a condition knows e, all, and the stages before that take events", variables, fields);
  }

  private static Program plan(CelRuntime runtime, CelAbstractSyntaxTree whole, CelExpr part) {
    CelAbstractSyntaxTree ast =
        CelAbstractSyntaxTree.newCheckedAst(
            part, whole.getSource(), whole.getReferenceMap(), whole.getTypeMap());
    try {
      return runtime.createProgram(ast);
    } catch (CelEvaluationException problem) {
      String why = String.valueOf(problem.getMessage());
      throw new BadCondition(List.of(new BadCondition.Fault(1, 1, why)));
    }
  }
}
