// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.parser.CelUnparserFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a condition says, for those who read it and do not ask it.
 *
 * @param uses the fields that it reads
 * @param texts texts that fields are compared with
 * @param parts the parts of its conjunction, each in one form for one meaning
 */
public record ConditionFacts(Set<Use> uses, List<Compared> texts, Set<String> parts) {
  /**
   * A field that is read.
   *
   * @param of {@code e} or the name of a stage
   * @param field label of the field
   */
  public record Use(String of, String field) implements Comparable<Use> {
    @Override
    public int compareTo(Use other) {
      int order = of.compareTo(other.of);
      return order == 0 ? field.compareTo(other.field) : order;
    }
  }

  /**
   * A field that is compared with a text.
   *
   * @param field label of the field
   * @param text the text
   */
  public record Compared(String field, String text) {}

  /**
   * Reads a condition.
   *
   * @throws BadCondition when it cannot be used
   */
  public static ConditionFacts of(String text, Set<String> stages) {
    CelAbstractSyntaxTree ast = Conditions.parse(text, stages, new EventTypes(stages));
    Set<Use> uses = new TreeSet<>();
    List<Compared> texts = new ArrayList<>();
    CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .forEach(node -> look(node.expr(), stages, uses, texts));
    Set<String> parts = new TreeSet<>();
    for (CelExpr part : CheckReader.conjuncts(ast.getExpr())) {
      CelAbstractSyntaxTree one =
          CelAbstractSyntaxTree.newCheckedAst(
              part, ast.getSource(), ast.getReferenceMap(), ast.getTypeMap());
      parts.add(CelUnparserFactory.newUnparser().unparse(one));
    }
    return new ConditionFacts(uses, texts, parts);
  }

  private static void look(CelExpr expr, Set<String> stages, Set<Use> uses, List<Compared> texts) {
    if (isField(expr)) {
      String of = expr.select().operand().ident().name();
      if (of.equals(Conditions.EVENT) || stages.contains(of)) {
        uses.add(new Use(of, expr.select().field()));
      }
    }
    boolean compares =
        expr.getKind() == Kind.CALL
            && Set.of("_==_", "_!=_", "@in").contains(expr.call().function());
    if (compares && isField(expr.call().args().get(0))) {
      String field = expr.call().args().get(0).select().field();
      CelExpr right = expr.call().args().get(1);
      List<CelExpr> with = right.getKind() == Kind.LIST ? right.list().elements() : List.of(right);
      with.stream()
          .filter(ConditionFacts::isText)
          .forEach(one -> texts.add(new Compared(field, one.constant().stringValue())));
    }
  }

  private static boolean isField(CelExpr expr) {
    return expr.getKind() == Kind.SELECT && expr.select().operand().getKind() == Kind.IDENT;
  }

  private static boolean isText(CelExpr expr) {
    return expr.getKind() == Kind.CONSTANT
        && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE;
  }
}
