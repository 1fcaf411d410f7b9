// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.flinkcep;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.patterns.automaton.UnsupportedPattern;
import io.signalbox.patterns.conditions.PatternSource;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Follow;
import io.signalbox.patterns.language.Quantifier;
import io.signalbox.patterns.language.Skip;
import io.signalbox.patterns.language.Stage;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.MalformedPatternException;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.WithinType;

/** Says failure patterns in the words of flink-cep. Cooldown and bound are not among them. */
public final class CepPatterns {
  private final PatternSource source;
  private final int index;
  private final FailurePattern pattern;

  private CepPatterns(PatternSource source, int index) {
    this.source = source;
    this.index = index;
    pattern = source.load().get(index).pattern();
  }

  /**
   * The pattern of flink-cep.
   *
   * @param source where its conditions are made
   * @param index its index there
   * @throws UnsupportedPattern when flink-cep cannot say it, or would mean something else by it
   */
  public static Pattern<PatternEvent, ?> of(PatternSource source, int index) {
    CepPatterns patterns = new CepPatterns(source, index);
    SharedSubset.check(patterns.pattern);
    try {
      return patterns.build();
    } catch (MalformedPatternException | UnsupportedOperationException problem) {
      String why = String.valueOf(problem.getMessage());
      throw new UnsupportedPattern(patterns.pattern.id(), "", why);
    }
  }

  private Pattern<PatternEvent, ?> build() {
    Pattern<PatternEvent, PatternEvent> built =
        Pattern.begin(pattern.stages().get(0).name(), skip());
    built = completed(built, 0);
    for (int i = 1; i < pattern.stages().size(); i++) {
      built = completed(followed(built, pattern.stages().get(i)), i);
    }
    return pattern.within() == null ? built : built.within(pattern.within());
  }

  private static Pattern<PatternEvent, PatternEvent> followed(
      Pattern<PatternEvent, PatternEvent> before, Stage stage) {
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

  private Pattern<PatternEvent, PatternEvent> completed(
      Pattern<PatternEvent, PatternEvent> begun, int index) {
    Stage stage = pattern.stages().get(index);
    Pattern<PatternEvent, PatternEvent> built =
        begun.where(new FitsStage(source, this.index, index, false));
    Quantifier times = stage.quantifier();
    if (times.max() == Quantifier.UNBOUNDED) {
      built = built.timesOrMore(times.min());
    } else if (times.isLoop()) {
      built = built.times(times.min(), times.max());
    }
    if (times.isLoop() && times.inner() == Follow.STRICT) {
      built = built.consecutive();
    } else if (times.isLoop() && times.inner() == Follow.ANY) {
      built = built.allowCombinations();
    }
    built = times.greedy() ? built.greedy() : built;
    built = times.optional() ? built.optional() : built;
    if (stage.until() != null) {
      built = built.until(new FitsStage(source, this.index, index, true));
    }
    return stage.within() == null
        ? built
        : built.within(stage.within(), WithinType.PREVIOUS_AND_CURRENT);
  }

  private AfterMatchSkipStrategy skip() {
    Skip skip = pattern.skip();
    return switch (skip.kind()) {
      case NO_SKIP -> AfterMatchSkipStrategy.noSkip();
      case TO_NEXT -> AfterMatchSkipStrategy.skipToNext();
      case PAST_LAST_EVENT -> AfterMatchSkipStrategy.skipPastLastEvent();
      case TO_FIRST -> AfterMatchSkipStrategy.skipToFirst(skip.stage());
      case TO_LAST -> AfterMatchSkipStrategy.skipToLast(skip.stage());
    };
  }
}
