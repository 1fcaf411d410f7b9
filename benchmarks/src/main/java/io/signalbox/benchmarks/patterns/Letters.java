// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.patterns.conditions.Condition;
import io.signalbox.patterns.conditions.Taken;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A condition of a trace: the type is one of some letters, and the number stands to earlier ones as
 * it should.
 *
 * @param letters the types
 * @param tellsTypes false when it hides which types can fit
 * @param back how it refers back
 * @param stage the stage it refers to
 */
record Letters(Set<String> letters, boolean tellsTypes, Back back, String stage)
    implements Condition {
  /** How a number stands to those before. */
  enum Back {
    /** It does not matter. */
    NO,
    /** Equal to that of the first event of the stage. */
    SAME,
    /** Greater than that of the last event of the stage, if it has any. */
    RISES,
    /** The stage has taken fewer events than the number says. */
    FEWER
  }

  static Set<String> of(String letters) {
    Set<String> types = new TreeSet<>();
    letters.chars().forEach(letter -> types.add(String.valueOf((char) letter)));
    return types;
  }

  @Override
  public boolean test(PatternEvent event, Taken taken) {
    if (!letters.contains(event.type())) {
      return false;
    }
    if (back == Back.NO) {
      return true;
    }
    List<PatternEvent> before = taken.of(stage);
    long number = event.count(EventField.COUNT);
    return switch (back) {
      case NO -> true;
      case SAME -> !before.isEmpty() && before.get(0).count(EventField.COUNT) == number;
      case RISES ->
          before.isEmpty() || before.get(before.size() - 1).count(EventField.COUNT) < number;
      case FEWER -> before.size() < number;
    };
  }

  @Override
  public boolean refersBack() {
    return back != Back.NO;
  }

  @Override
  public Optional<Set<String>> types() {
    return tellsTypes ? Optional.of(letters) : Optional.empty();
  }
}
