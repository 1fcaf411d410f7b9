// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a condition may not do although CEL can: cost too much, or go round the types. */
final class ConditionLimits {
  private static final int GREATEST_NESTING = 2;

  private ConditionLimits() {}

  /** Everything that is not allowed, in the order of the text. */
  static List<BadCondition.Fault> of(CelAbstractSyntaxTree ast) {
    List<BadCondition.Fault> faults = new ArrayList<>();
    CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .forEach(node -> why(node).ifPresent(why -> faults.add(fault(ast, node, why))));
    return faults;
  }

  /** True when it names a stage or {@code all}. */
  static boolean refersTo(CelAbstractSyntaxTree ast, Set<String> stages) {
    return CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == Kind.IDENT)
        .map(node -> node.expr().ident().name())
        .anyMatch(name -> name.equals(Conditions.ALL) || stages.contains(name));
  }

  private static Optional<String> why(CelNavigableExpr node) {
    return switch (node.getKind()) {
      case STRUCT -> Optional.of("nothing can be made in a condition, only asked");
      case COMPREHENSION ->
          nesting(node) > GREATEST_NESTING
              ? Optional.of("more than " + GREATEST_NESTING + " loops within each other")
              : Optional.empty();
      case CALL -> whyCall(node.expr());
      default -> Optional.empty();
    };
  }

  private static Optional<String> whyCall(CelExpr expr) {
    return switch (expr.call().function()) {
      case "dyn" -> Optional.of("dyn() is not allowed: it goes round the types");
      case "matches" -> whyRegex(expr);
      default -> Optional.empty();
    };
  }

  private static Optional<String> whyRegex(CelExpr expr) {
    List<CelExpr> args = expr.call().args();
    CelExpr regex = args.get(args.size() - 1);
    boolean constant =
        regex.getKind() == Kind.CONSTANT
            && regex.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    if (!constant) {
      return Optional.of("the expression of matches() must be a constant");
    }
    try {
      Pattern.compile(regex.constant().stringValue());
      return Optional.empty();
    } catch (PatternSyntaxException problem) {
      return Optional.of("no RE2 expression: " + problem.getDescription());
    }
  }

  private static int nesting(CelNavigableExpr node) {
    int depth = 0;
    Optional<CelNavigableExpr> at = Optional.of(node);
    while (at.isPresent()) {
      depth += at.get().getKind() == Kind.COMPREHENSION ? 1 : 0;
      at = at.get().parent();
    }
    return depth;
  }

  private static BadCondition.Fault fault(
      CelAbstractSyntaxTree ast, CelNavigableExpr node, String why) {
    int offset = ast.getSource().getPositionsMap().getOrDefault(node.id(), 0);
    CelSourceLocation at =
        ast.getSource().getOffsetLocation(offset).orElse(CelSourceLocation.of(1, 0));
    return new BadCondition.Fault(at.getLine(), at.getColumn() + 1, why);
  }
}
