// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.conditions;

import io.signalbox.analytics.patterns.PatternEvent;
import java.util.List;
import java.util.Set;

/** A part of a condition that is tested without the CEL runtime and cannot fail. */
sealed interface Check {
  /** Whether it holds. */
  boolean test(PatternEvent event, Taken taken);

  /** True when it asks what was taken before. */
  boolean refersBack();

  /** How two numbers compare. */
  enum Order {
    EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    boolean holds(double a, double b) {
      return switch (this) {
        case EQUAL -> a == b;
        case LESS -> a < b;
        case LESS_OR_EQUAL -> a <= b;
        case GREATER -> a > b;
        case GREATER_OR_EQUAL -> a >= b;
      };
    }

    boolean holds(long a, long b) {
      return switch (this) {
        case EQUAL -> a == b;
        case LESS -> a < b;
        case LESS_OR_EQUAL -> a <= b;
        case GREATER -> a > b;
        case GREATER_OR_EQUAL -> a >= b;
      };
    }
  }

  /** All of some hold. */
  record AllOf(List<Check> parts) implements Check {
    @Override
    public boolean test(PatternEvent event, Taken taken) {
      for (Check part : parts) {
        if (!part.test(event, taken)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public boolean refersBack() {
      return parts.stream().anyMatch(Check::refersBack);
    }
  }

  /** At least one of some holds. */
  record AnyOf(List<Check> parts) implements Check {
    @Override
    public boolean test(PatternEvent event, Taken taken) {
      for (Check part : parts) {
        if (part.test(event, taken)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean refersBack() {
      return parts.stream().anyMatch(Check::refersBack);
    }
  }

  /** One does not hold. */
  record Not(Check part) implements Check {
    @Override
    public boolean test(PatternEvent event, Taken taken) {
      return !part.test(event, taken);
    }

    @Override
    public boolean refersBack() {
      return part.refersBack();
    }
  }

  /** Always the same. */
  record Always(boolean value) implements Check {
    @Override
    public boolean test(PatternEvent event, Taken taken) {
      return value;
    }

    @Override
    public boolean refersBack() {
      return false;
    }
  }

  /** A text is one of some. */
  record TextIn(Operand operand, Set<String> values) implements Check {
    @Override
    public boolean test(PatternEvent event, Taken taken) {
      return values.contains(operand.text(event, taken));
    }

    @Override
    public boolean refersBack() {
      return operand.stage() != null;
    }
  }

  /** Two texts are the same. */
  record SameText(Operand left, Operand right) implements Check {
    @Override
    public boolean test(PatternEvent event, Taken taken) {
      return left.text(event, taken).equals(right.text(event, taken));
    }

    @Override
    public boolean refersBack() {
      return left.stage() != null || right.stage() != null;
    }
  }

  /**
   * A number compares with a constant.
   *
   * @param total true when they compare as CEL compares a double with an integer: -0.0 is below 0,
   *     and what is no number above all
   */
  record Amount(Operand operand, Order order, double bound, boolean total) implements Check {
    @Override
    public boolean test(PatternEvent event, Taken taken) {
      double value = operand.number(event, taken);
      return total ? order.holds(Double.compare(value, bound), 0L) : order.holds(value, bound);
    }

    @Override
    public boolean refersBack() {
      return operand.stage() != null;
    }
  }

  /** A count compares with a constant. */
  record Count(Operand operand, Order order, long bound) implements Check {
    @Override
    public boolean test(PatternEvent event, Taken taken) {
      return order.holds(operand.count(event, taken), bound);
    }

    @Override
    public boolean refersBack() {
      return operand.stage() != null;
    }
  }

  /** The number of events that a stage has taken compares with a constant. */
  record Size(String stage, Order order, long bound) implements Check {
    @Override
    public boolean test(PatternEvent event, Taken taken) {
      return order.holds(taken.of(stage).size(), bound);
    }

    @Override
    public boolean refersBack() {
      return true;
    }
  }

  /** A flag is up. */
  record Flag(Operand operand) implements Check {
    @Override
    public boolean test(PatternEvent event, Taken taken) {
      return operand.flag(event, taken);
    }

    @Override
    public boolean refersBack() {
      return operand.stage() != null;
    }
  }

  /** A field is set. */
  record IsSet(Operand operand) implements Check {
    @Override
    public boolean test(PatternEvent event, Taken taken) {
      return operand.isSet(event, taken);
    }

    @Override
    public boolean refersBack() {
      return operand.stage() != null;
    }
  }
}
