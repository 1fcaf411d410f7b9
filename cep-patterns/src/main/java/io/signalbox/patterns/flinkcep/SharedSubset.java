// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.flinkcep;

import io.signalbox.patterns.automaton.Supported;
import io.signalbox.patterns.automaton.UnsupportedPattern;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Follow;
import io.signalbox.patterns.language.Quantifier;
import io.signalbox.patterns.language.Stage;
import java.util.List;

/**
 * What both engines mean the same by. What is refused here, the automaton does as the language says
 * and flink-cep otherwise; each case is told in docs/decisions/0009-two-engines.md.
 */
public final class SharedSubset {
  private final FailurePattern pattern;
  private final List<Stage> stages;

  private SharedSubset(FailurePattern pattern) {
    this.pattern = pattern;
    stages = pattern.stages();
  }

  /**
   * Looks at a pattern.
   *
   * @throws UnsupportedPattern at the first stage that flink-cep takes otherwise
   */
  public static void check(FailurePattern pattern) {
    Supported.check(pattern);
    SharedSubset subset = new SharedSubset(pattern);
    for (int i = 1; i < pattern.stages().size(); i++) {
      subset.checkWindow(i);
      subset.checkNegated(i);
    }
    subset.checkGreedyUntil();
  }

  private void checkWindow(int i) {
    Stage stage = stages.get(i);
    if (stage.within() == null) {
      return;
    }
    Quantifier times = stage.quantifier();
    Quantifier before = stages.get(takingBefore(i)).quantifier();
    refuse(times.isLoop(), i, "flink-cep does not time each event of a loop");
    refuse(times.optional(), i, "flink-cep does not time an optional stage after other events");
    refuse(
        before.optional() || before.min() != before.max(),
        i,
        "flink-cep times a stage after an open stage only once another event came");
    refuse(
        stages.get(i - 1).negated() && stages.get(i - 1).follow() == Follow.STRICT,
        i,
        "flink-cep does not time a stage after a strictly negated one");
    refuse(
        pattern.within() != null && stage.within().compareTo(pattern.within()) > 0,
        i,
        "its time is longer than that of the pattern");
  }

  private int takingBefore(int i) {
    int before = i - 1;
    while (stages.get(before).negated()) {
      before--;
    }
    return before;
  }

  private void checkNegated(int i) {
    if (!stages.get(i).negated() || i < stages.size() - 1) {
      return;
    }
    Stage before = stages.get(i - 1);
    if (stages.get(i).follow() != Follow.STRICT) {
      refuse(before.negated(), i, "flink-cep forgets all but the last negated stage at the end");
      refuse(
          before.quantifier().min() != before.quantifier().max(),
          i,
          "flink-cep tells an open loop at the end only once another event came");
    }
  }

  private void checkGreedyUntil() {
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      refuse(
          stage.until() != null && stage.quantifier().greedy() && stage.quantifier().optional(),
          i,
          "flink-cep loses the way past an optional greedy loop with an end");
    }
  }

  private void refuse(boolean otherwise, int stage, String reason) {
    if (otherwise) {
      throw new UnsupportedPattern(pattern.id(), stages.get(stage).name(), reason);
    }
  }
}
