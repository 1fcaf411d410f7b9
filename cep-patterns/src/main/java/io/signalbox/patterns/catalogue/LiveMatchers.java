// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.catalogue;

import io.signalbox.patterns.automaton.Matcher;
import io.signalbox.patterns.automaton.Matchers;
import io.signalbox.patterns.automaton.PatternLists;
import io.signalbox.patterns.automaton.ShardMatches;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.linting.OpenEstimate;
import io.signalbox.patterns.reading.PatternTexts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The patterns that are matched, made ready from the rules that hold. For one thread. */
public final class LiveMatchers {
  private static final long DAY_MS = 24 * 3_600_000L;

  private final RuleTimeline timeline = new RuleTimeline();
  private final Map<AcceptedRule, Matcher> ready = new HashMap<>();
  private final PatternLists lists;

  /**
   * Makes rules ready.
   *
   * @param rules those that hold or are going to
   * @throws IllegalArgumentException when the text of one cannot be read (any more)
   */
  public LiveMatchers(Collection<AcceptedRule> rules) {
    rules.forEach(timeline::add);
    lists = new PatternLists(at(PatternLists.BEGINNING));
    addFrom(timeline.nextEpochMs(PatternLists.BEGINNING));
  }

  /** The patterns by epoch; grows as rules are added. */
  public PatternLists lists() {
    return lists;
  }

  /**
   * Takes in a rule.
   *
   * @param rule with an epoch ahead of everything that was matched so far
   * @throws IllegalArgumentException when its text cannot be read
   */
  public void add(AcceptedRule rule) {
    timeline.add(rule);
    addFrom(rule.effectiveMs());
  }

  /**
   * Forgets rules in whose place a greater version has held for longer than anything can stay open,
   * and gives what they were. A day is added, because tasks forget each for itself and one may be
   * given what another has stored.
   *
   * @param passedMs event time that has been passed, epoch milliseconds
   */
  public List<AcceptedRule> forgetBefore(long passedMs) {
    long beforeMs = passedMs - ShardMatches.PATIENCE_MS - DAY_MS - longestHoldMs();
    if (beforeMs > passedMs) {
      return List.of(); // nothing has passed yet
    }
    List<AcceptedRule> forgotten = timeline.forgetBefore(beforeMs);
    forgotten.forEach(ready::remove);
    lists.forgetBefore(beforeMs);
    return forgotten;
  }

  private long longestHoldMs() {
    long longest = 0;
    for (AcceptedRule rule : timeline.all()) {
      if (!rule.removed()) {
        FailurePattern pattern = ready.computeIfAbsent(rule, LiveMatchers::makeReady).pattern();
        Duration hold = OpenEstimate.timeOf(pattern).plus(pattern.cooldown());
        longest = Math.max(longest, hold.toMillis());
      }
    }
    return longest;
  }

  private void addFrom(long epochMs) {
    for (long next = epochMs; next != Long.MAX_VALUE; next = timeline.nextEpochMs(next)) {
      lists.add(next, at(next));
    }
  }

  private Matchers at(long timeMs) {
    List<Matcher> matchers = new ArrayList<>();
    for (AcceptedRule rule : timeline.at(timeMs)) {
      matchers.add(ready.computeIfAbsent(rule, LiveMatchers::makeReady));
    }
    return new Matchers(matchers);
  }

  private static Matcher makeReady(AcceptedRule rule) {
    String name = rule.id() + " version " + rule.version();
    return new Matcher(PatternTexts.compile(name, rule.text()));
  }
}
