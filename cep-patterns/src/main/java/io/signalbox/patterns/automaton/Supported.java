// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Follow;
import io.signalbox.patterns.language.Quantifier;
import io.signalbox.patterns.language.Skip;
import io.signalbox.patterns.language.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses by name what has no meaning in either engine. */
public final class Supported {
  private final FailurePattern pattern;
  private final List<Stage> stages;

  private Supported(FailurePattern pattern) {
    this.pattern = pattern;
    stages = pattern.stages();
  }

  /**
   * Looks at a pattern.
   *
   * @throws UnsupportedPattern at the first fault
   */
  public static void check(FailurePattern pattern) {
    new Supported(pattern).check();
  }

  private void check() {
    refuse(stages.isEmpty(), "", "it has no stage");
    refuse(pattern.bound() < 1, "", "its bound is below 1");
    refuse(stages.get(0).negated(), name(0), "the first stage cannot be negated");
    refuse(stages.get(0).within() != null, name(0), "the first stage has no event before it");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < stages.size(); i++) {
      refuse(!names.add(name(i)), name(i), "two stages have this name");
      checkLoop(i);
      if (stages.get(i).negated()) {
        checkNegated(i);
      }
    }
    refuse(stages.stream().allMatch(this::canBeEmpty), "", "it fits without any event");
    Skip skip = pattern.skip();
    boolean named = skip.kind() == Skip.Kind.TO_FIRST || skip.kind() == Skip.Kind.TO_LAST;
    refuse(named && !names.contains(skip.stage()), skip.stage(), "skip names no stage");
  }

  private boolean canBeEmpty(Stage stage) {
    return stage.negated() || stage.quantifier().optional();
  }

  private void checkLoop(int i) {
    Stage stage = stages.get(i);
    Quantifier times = stage.quantifier();
    refuse(times.min() < 1 || times.max() < times.min(), name(i), "times are not 1 <= min <= max");
    refuse(times.greedy() && !times.isLoop(), name(i), "one event cannot be greedy");
    refuse(
        times.greedy() && times.inner() == Follow.ANY,
        name(i),
        "a greedy loop cannot take any combination");
    refuse(
        stage.until() != null && times.max() != Quantifier.UNBOUNDED,
        name(i),
        "until needs a loop without an upper bound");
    refuse(
        times.optional() && i > 0 && takingBefore(i).quantifier().greedy(),
        name(i),
        "an optional stage cannot follow a greedy one");
  }

  private Stage takingBefore(int i) {
    int before = i - 1;
    while (before > 0 && stages.get(before).negated()) {
      before--;
    }
    return stages.get(before);
  }

  private void checkNegated(int i) {
    Stage stage = stages.get(i);
    Quantifier before = stages.get(i - 1).quantifier();
    boolean strict = stage.follow() == Follow.STRICT;
    boolean last = i == stages.size() - 1;
    refuse(!stage.quantifier().equals(Quantifier.ONE), name(i), "a negated stage takes no events");
    refuse(before.optional(), name(i), "a negated stage cannot follow an optional one");
    refuse(
        stage.within() != null && (strict || !last),
        name(i),
        "only a negated stage at the end can have a time of its own");
    refuse(
        strict && stages.get(i - 1).negated(),
        name(i),
        "a strictly negated stage cannot follow another negated one");
    refuse(
        !strict && last && stage.within() == null && pattern.within() == null,
        name(i),
        "a negated stage at the end needs a time");
    refuse(
        stage.within() != null && before.min() != before.max(),
        name(i),
        "a negated stage with a time of its own cannot follow a loop of open length");
  }

  private String name(int stage) {
    return stages.get(stage).name();
  }

  private void refuse(boolean fault, String stage, String reason) {
    if (fault) {
      throw new UnsupportedPattern(pattern.id(), stage, reason);
    }
  }
}
