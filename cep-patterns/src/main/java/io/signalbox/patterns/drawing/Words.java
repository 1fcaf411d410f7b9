// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.drawing;

import io.signalbox.patterns.language.Follow;
import io.signalbox.patterns.language.Quantifier;
import io.signalbox.patterns.language.Stage;
import io.signalbox.patterns.reading.Durations;

/** Parts of a pattern in a few words. */
final class Words {
  private Words() {}

  /** How often a stage takes events, empty for once. */
  static String times(Quantifier times) {
    StringBuilder words = new StringBuilder();
    if (times.max() == Quantifier.UNBOUNDED) {
      words.append(times.min()).append(" times or more");
    } else if (times.min() != times.max()) {
      words.append(times.min()).append(" to ").append(times.max()).append(" times");
    } else if (times.isLoop()) {
      words.append(times.min()).append(" times");
    }
    if (times.isLoop() && times.inner() != Follow.RELAXED) {
      words.append(times.inner() == Follow.STRICT ? " in a row" : " in any combination");
    }
    if (times.greedy()) {
      words.append(", as many as there are");
    }
    if (times.optional()) {
      words.append(words.isEmpty() ? "perhaps" : ", or not at all");
    }
    return words.toString();
  }

  /** How a stage follows the one before. */
  static String follow(Stage stage) {
    if (stage.negated()) {
      return stage.follow() == Follow.STRICT ? "and the very next is not" : "and never";
    }
    return switch (stage.follow()) {
      case STRICT -> "and the very next is";
      case RELAXED -> "then";
      case ANY -> "then any later";
    };
  }

  /** The time of a stage, empty when it has none. */
  static String within(Stage stage) {
    if (stage.within() == null) {
      return "";
    }
    return (stage.negated() ? "for " : "within ") + Durations.format(stage.within());
  }
}
