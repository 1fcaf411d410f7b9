// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.io.Serializable;

/**
 * A comparison of a reading with a number; never true of what is no number.
 *
 * @param comparison how
 * @param bound with what
 */
public record Threshold(Comparison comparison, double bound) implements Serializable {
  /** How a reading is compared. */
  public enum Comparison {
    AT_LEAST(">="),
    ABOVE(">"),
    AT_MOST("<="),
    BELOW("<"),
    EQUAL("=="),
    UNEQUAL("!=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    /** How it is written. */
    public String sign() {
      return sign;
    }
  }

  /** Whether it holds of a value. */
  public boolean test(double value) {
    return switch (comparison) {
      case AT_LEAST -> value >= bound;
      case ABOVE -> value > bound;
      case AT_MOST -> value <= bound;
      case BELOW -> value < bound;
      case EQUAL -> value == bound;
      case UNEQUAL -> value != bound && !Double.isNaN(value);
    };
  }

  /** The comparison that holds of a number exactly when this one does not. */
  public Threshold negated() {
    Comparison other =
        switch (comparison) {
          case AT_LEAST -> Comparison.BELOW;
          case ABOVE -> Comparison.AT_MOST;
          case AT_MOST -> Comparison.ABOVE;
          case BELOW -> Comparison.AT_LEAST;
          case EQUAL -> Comparison.UNEQUAL;
          case UNEQUAL -> Comparison.EQUAL;
        };
    return new Threshold(other, bound);
  }
}
