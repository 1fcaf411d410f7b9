// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.FieldType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the checks in a condition: what can be tested without the CEL runtime. */
final class CheckReader {
  private static final long EXACT = 1L << 53;
  private static final Map<String, Check.Order> ORDERS =
      Map.of(
          "_==_", Check.Order.EQUAL,
          "_<_", Check.Order.LESS,
          "_<=_", Check.Order.LESS_OR_EQUAL,
          "_>_", Check.Order.GREATER,
          "_>=_", Check.Order.GREATER_OR_EQUAL);

  private final Set<String> stages;

  CheckReader(Set<String> stages) {
    this.stages = stages;
  }

  /** The parts of a conjunction, left to right. */
  static List<CelExpr> conjuncts(CelExpr expr) {
    return parts("_&&_", expr);
  }

  /** The check that equals an expression, if there is one. */
  Optional<Check> read(CelExpr expr) {
    return Optional.ofNullable(check(expr));
  }

  private @Nullable Check check(CelExpr expr) {
    return switch (expr.getKind()) {
      case CONSTANT ->
          expr.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE
              ? new Check.Always(expr.constant().booleanValue())
              : null;
      case SELECT -> select(expr);
      case CALL -> call(expr);
      default -> null;
    };
  }

  private @Nullable Check select(CelExpr expr) {
    Operand operand = operand(expr);
    if (operand == null) {
      return null;
    }
    if (expr.select().testOnly()) {
      return new Check.IsSet(operand);
    }
    return operand.type() == FieldType.FLAG ? new Check.Flag(operand) : null;
  }

  private @Nullable Check call(CelExpr expr) {
    CelCall call = expr.call();
    return switch (call.function()) {
      case "_&&_" -> all(parts("_&&_", expr), true);
      case "_||_" -> all(parts("_||_", expr), false);
      case "!_" -> not(check(call.args().get(0)));
      case "_!=_" -> not(compare("_==_", call.args()));
      case "@in" -> in(call.args().get(0), call.args().get(1));
      default -> compare(call.function(), call.args());
    };
  }

  private static @Nullable Check not(@Nullable Check part) {
    return part == null ? null : new Check.Not(part);
  }

  private @Nullable Check all(List<CelExpr> parts, boolean and) {
    List<Check> checks = new ArrayList<>();
    for (CelExpr part : parts) {
      Check check = check(part);
      if (check == null) {
        return null;
      }
      checks.add(check);
    }
    return and ? new Check.AllOf(checks) : new Check.AnyOf(checks);
  }

  private @Nullable Check in(CelExpr left, CelExpr right) {
    Operand operand = operand(left);
    if (operand == null || operand.type() != FieldType.TEXT || right.getKind() != Kind.LIST) {
      return null;
    }
    Set<String> values = new HashSet<>();
    for (CelExpr element : right.list().elements()) {
      String text = text(element);
      if (text == null) {
        return null;
      }
      values.add(text);
    }
    return new Check.TextIn(operand, Set.copyOf(values));
  }

  private @Nullable Check compare(String function, List<CelExpr> args) {
    Check.Order order = ORDERS.get(function);
    if (order == null || args.size() != 2) {
      return null;
    }
    CelExpr left = args.get(0);
    CelExpr right = args.get(1);
    String stage = sizeOf(left);
    if (stage != null) {
      Long bound = integer(right);
      return bound == null ? null : new Check.Size(stage, order, bound);
    }
    Operand operand = operand(left);
    return operand == null ? null : compare(operand, order, right);
  }

  private @Nullable Check compare(Operand operand, Check.Order order, CelExpr right) {
    return switch (operand.type()) {
      case TEXT -> order == Check.Order.EQUAL ? sameText(operand, right) : null;
      case NUMBER -> {
        Double bound = number(right);
        yield bound == null
            ? null
            : new Check.Amount(operand, order, bound, integer(right) != null);
      }
      case COUNT -> {
        Long bound = integer(right);
        yield bound == null ? null : new Check.Count(operand, order, bound);
      }
      case FLAG -> null;
    };
  }

  private @Nullable Check sameText(Operand operand, CelExpr right) {
    String text = text(right);
    if (text != null) {
      return new Check.TextIn(operand, Set.of(text));
    }
    Operand other = operand(right);
    return other != null && other.type() == FieldType.TEXT
        ? new Check.SameText(operand, other)
        : null;
  }

  /** The stage whose events are counted: {@code size(all.stage)} or {@code all.stage.size()}. */
  private @Nullable String sizeOf(CelExpr expr) {
    if (expr.getKind() != Kind.CALL || !expr.call().function().equals("size")) {
      return null;
    }
    CelExpr of = expr.call().target().orElseGet(() -> expr.call().args().get(0));
    boolean ofStage =
        of.getKind() == Kind.SELECT
            && !of.select().testOnly()
            && of.select().operand().getKind() == Kind.IDENT
            && of.select().operand().ident().name().equals(Conditions.ALL);
    return ofStage ? of.select().field() : null;
  }

  private @Nullable Operand operand(CelExpr expr) {
    if (expr.getKind() != Kind.SELECT || expr.select().operand().getKind() != Kind.IDENT) {
      return null;
    }
    String name = expr.select().operand().ident().name();
    boolean event = name.equals(Conditions.EVENT);
    if (!event && !stages.contains(name)) {
      return null;
    }
    EventField field = EventField.of(expr.select().field());
    if (field == null && !expr.select().field().equals(EventTypes.TYPE)) {
      return null;
    }
    return new Operand(event ? null : name, field);
  }

  private static @Nullable String text(CelExpr expr) {
    boolean text =
        expr.getKind() == Kind.CONSTANT
            && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    return text ? expr.constant().stringValue() : null;
  }

  private static @Nullable Long integer(CelExpr expr) {
    boolean integer =
        expr.getKind() == Kind.CONSTANT
            && expr.constant().getKind() == CelConstant.Kind.INT64_VALUE;
    return integer ? expr.constant().int64Value() : null;
  }

  /** A number that a double holds exactly. */
  private static @Nullable Double number(CelExpr expr) {
    Long integer = integer(expr);
    if (integer != null) {
      return Math.abs(integer) <= EXACT ? (double) integer : null;
    }
    boolean number =
        expr.getKind() == Kind.CONSTANT
            && expr.constant().getKind() == CelConstant.Kind.DOUBLE_VALUE;
    return number ? expr.constant().doubleValue() : null;
  }

  private static List<CelExpr> parts(String function, CelExpr expr) {
    if (expr.getKind() == Kind.CALL && expr.call().function().equals(function)) {
      List<CelExpr> all = new ArrayList<>();
      expr.call().args().forEach(part -> all.addAll(parts(function, part)));
      return all;
    }
    return List.of(expr);
  }
}
