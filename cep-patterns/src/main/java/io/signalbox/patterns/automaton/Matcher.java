// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.patterns.conditions.CompiledPattern;
import io.signalbox.patterns.conditions.Condition;
import io.signalbox.patterns.conditions.Taken;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Skip;
import io.signalbox.patterns.language.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A pattern made ready to be matched. Immutable: one serves all keys. */
public final class Matcher {
  private final FailurePattern pattern;
  private final List<Condition> conditions = new ArrayList<>();
  private final List<Optional<Set<String>>> types = new ArrayList<>();
  private final Map<String, Integer> stageIndex = new HashMap<>();
  private final List<State> states;
  private final Optional<Set<String>> firstTypes;
  private final boolean calm;
  private final long fingerprint;
  private final int skipStage;

  /**
   * Makes a pattern ready.
   *
   * @throws UnsupportedPattern when the automaton cannot run it
   */
  public Matcher(CompiledPattern compiled) {
    pattern = compiled.pattern();
    Supported.check(pattern);
    conditions.addAll(compiled.where());
    compiled.until().forEach(until -> conditions.add(until.orElse(NeverFits.INSTANCE)));
    conditions.forEach(condition -> types.add(condition.types()));
    for (Stage stage : pattern.stages()) {
      stageIndex.put(stage.name(), stageIndex.size());
    }
    skipStage = stageIndex(pattern.skip().stage());
    states = GraphBuilder.states(pattern);
    Question nothing = new Question(this, null);
    states.forEach(state -> new StateTraits(state, nothing).tell());
    calm = states.stream().allMatch(state -> state.calm || !state.holds());
    firstTypes = typesOf(StateTraits.takenFrom(start(), nothing));
    fingerprint = Fingerprint.of(pattern, states);
  }

  /** The pattern. */
  public FailurePattern pattern() {
    return pattern;
  }

  /** What it remembers of a key of which nothing is known. */
  public Matches open() {
    return open(Choice.BY_CONTENT);
  }

  /**
   * The same.
   *
   * @param choice which match is told of several that are complete at once
   */
  public Matches open(Choice choice) {
    return new Matches(this, choice);
  }

  /** True when some stage may fit events of that type. */
  public boolean canFit(String type) {
    for (int i = 0; i < types.size(); i++) {
      if (canFit(i, type)) {
        return true;
      }
    }
    return false;
  }

  /** True when an event of that type may begin a match. */
  public boolean canBegin(String type) {
    return firstTypes.isEmpty() || firstTypes.get().contains(type);
  }

  /** True when events that fit no stage never make a difference: none must follow strictly. */
  public boolean isCalm() {
    return calm;
  }

  /** Tells apart patterns whose states are not the same; part of what is stored. */
  public long fingerprint() {
    return fingerprint;
  }

  private Optional<Set<String>> typesOf(Set<Integer> stages) {
    Set<String> all = new HashSet<>();
    for (int stage : stages) {
      if (types.get(stage).isEmpty()) {
        return Optional.empty();
      }
      all.addAll(types.get(stage).get());
    }
    return Optional.of(all);
  }

  boolean canFit(int condition, String type) {
    Optional<Set<String>> only = types.get(condition);
    return only.isEmpty() || only.get().contains(type);
  }

  List<Condition> conditions() {
    return conditions;
  }

  /** Index of a stage, -1 when there is none of that name. */
  int stageIndex(String name) {
    return stageIndex.getOrDefault(name, -1);
  }

  /** The stage that a skip strategy names. */
  int skipStage() {
    return skipStage;
  }

  Skip.Kind skip() {
    return pattern.skip().kind();
  }

  List<State> states() {
    return states;
  }

  State start() {
    return states.get(states.size() - 1);
  }

  /** Greatest time from the first event to the last, 0 for no bound. */
  long windowMs() {
    return pattern.within() == null ? 0 : pattern.within().toMillis();
  }

  /** Stands for a condition that is not there. */
  private enum NeverFits implements Condition {
    INSTANCE;

    @Override
    public boolean test(PatternEvent event, Taken taken) {
      return false;
    }

    @Override
    public boolean refersBack() {
      return false;
    }

    @Override
    public Optional<Set<String>> types() {
      return Optional.of(Set.of());
    }
  }
}
