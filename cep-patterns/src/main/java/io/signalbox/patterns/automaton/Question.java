// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.patterns.conditions.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event put to the conditions of a pattern. What does not refer back is asked at most once an
 * event, however many partial matches are open.
 */
final class Question {
  private final Matcher matcher;
  private final @Nullable PatternEvent event;
  private final Guard.@Nullable Answer[] answers;

  private boolean ofOne;
  private @Nullable Link taken;

  /** Puts an event, or, with null, one that fits nothing. */
  Question(Matcher matcher, @Nullable PatternEvent event) {
    this.matcher = matcher;
    this.event = event;
    answers = new Guard.Answer[matcher.conditions().size()];
  }

  /** From now on answers are for any partial match, or {@code DEPENDS}. */
  Question ofAll() {
    ofOne = false;
    taken = null;
    return this;
  }

  /** From now on answers are for the partial match that took these, and none depends. */
  Question of(@Nullable Link latest) {
    ofOne = true;
    taken = latest;
    return this;
  }

  /** True when time has not run out for the partial match asked about. */
  Guard.Answer within(State state) {
    if (state.windowMs == 0 || event == null) {
      return Guard.Answer.YES;
    }
    if (!ofOne) {
      return Guard.Answer.DEPENDS;
    }
    return taken == null || event.timeMs() - taken.timeMs() < state.windowMs
        ? Guard.Answer.YES
        : Guard.Answer.NO;
  }

  Guard.Answer answer(int condition) {
    Guard.Answer answer = answers[condition];
    if (answer == null) {
      answer = first(condition);
      answers[condition] = answer;
    }
    if (answer == Guard.Answer.DEPENDS && ofOne) {
      return test(condition, taken);
    }
    return answer;
  }

  private Guard.Answer first(int condition) {
    if (event == null || !matcher.canFit(condition, event.type())) {
      return Guard.Answer.NO;
    }
    return matcher.conditions().get(condition).refersBack()
        ? Guard.Answer.DEPENDS
        : test(condition, null);
  }

  private Guard.Answer test(int condition, @Nullable Link latest) {
    List<Condition> conditions = matcher.conditions();
    boolean fits =
        event != null
            && conditions
                .get(condition)
                .test(event, stage -> Link.ofStage(latest, matcher.stageIndex(stage)));
    return fits ? Guard.Answer.YES : Guard.Answer.NO;
  }
}
