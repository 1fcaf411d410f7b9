// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.testing;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.patterns.conditions.Condition;
import io.signalbox.patterns.conditions.Conditions;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Follow;
import io.signalbox.patterns.language.Quantifier;
import io.signalbox.patterns.language.Skip;
import io.signalbox.patterns.language.Stage;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.WithinType;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/** A pattern as flink-cep knows it, over the indices of events. */
final class CepPattern {
  private CepPattern() {}

  static Pattern<Integer, Integer> of(FailurePattern source, List<PatternEvent> events) {
    Pattern<Integer, Integer> pattern = null;
    for (int i = 0; i < source.stages().size(); i++) {
      Stage stage = source.stages().get(i);
      pattern =
          pattern == null
              ? Pattern.begin(stage.name(), skip(source.skip()))
              : follow(pattern, stage);
      pattern = pattern.where(new Where(Conditions.where(source, i), events));
      pattern = quantify(pattern, stage.quantifier());
      var until = Conditions.until(source, i);
      if (until.isPresent()) {
        pattern = pattern.until(new Where(until.get(), events));
      }
      if (stage.within() != null) {
        pattern = pattern.within(stage.within(), WithinType.PREVIOUS_AND_CURRENT);
      }
    }
    if (pattern == null) {
      throw new IllegalArgumentException("no stages");
    }
    return source.within() == null ? pattern : pattern.within(source.within());
  }

  private static Pattern<Integer, Integer> follow(Pattern<Integer, Integer> before, Stage stage) {
    if (stage.negated()) {
      return stage.follow() == Follow.STRICT
          ? before.notNext(stage.name())
          : before.notFollowedBy(stage.name());
    }
    return switch (stage.follow()) {
      case STRICT -> before.next(stage.name());
      case RELAXED -> before.followedBy(stage.name());
      case ANY -> before.followedByAny(stage.name());
    };
  }

  private static Pattern<Integer, Integer> quantify(
      Pattern<Integer, Integer> stage, Quantifier quantifier) {
    Pattern<Integer, Integer> pattern = stage;
    if (quantifier.max() == Quantifier.UNBOUNDED) {
      pattern = pattern.timesOrMore(quantifier.min());
    } else if (quantifier.isLoop()) {
      pattern = pattern.times(quantifier.min(), quantifier.max());
    }
    if (quantifier.isLoop() && quantifier.inner() == Follow.STRICT) {
      pattern = pattern.consecutive();
    } else if (quantifier.isLoop() && quantifier.inner() == Follow.ANY) {
      pattern = pattern.allowCombinations();
    }
    if (quantifier.greedy()) {
      pattern = pattern.greedy();
    }
    return quantifier.optional() ? pattern.optional() : pattern;
  }

  static AfterMatchSkipStrategy skip(Skip skip) {
    return switch (skip.kind()) {
      case NO_SKIP -> AfterMatchSkipStrategy.noSkip();
      case TO_NEXT -> AfterMatchSkipStrategy.skipToNext();
      case PAST_LAST_EVENT -> AfterMatchSkipStrategy.skipPastLastEvent();
      case TO_FIRST -> AfterMatchSkipStrategy.skipToFirst(skip.stage());
      case TO_LAST -> AfterMatchSkipStrategy.skipToLast(skip.stage());
    };
  }

  /** A condition that flink-cep asks; lives in one process. */
  private static final class Where extends IterativeCondition<Integer> {
    private static final long serialVersionUID = 1;

    private final transient Condition condition;
    private final transient List<PatternEvent> events;

    Where(Condition condition, List<PatternEvent> events) {
      this.condition = condition;
      this.events = events;
    }

    @Override
    public boolean filter(Integer index, Context<Integer> context) {
      return condition.test(events.get(index), stage -> taken(context, stage));
    }

    private List<PatternEvent> taken(Context<Integer> context, String stage) {
      List<PatternEvent> taken = new ArrayList<>();
      try {
        context.getEventsForPattern(stage).forEach(index -> taken.add(events.get(index)));
      } catch (Exception problem) {
        throw new IllegalStateException("cannot read what stage " + stage + " took", problem);
      }
      return taken;
    }
  }
}
