// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.testing;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.patterns.automaton.Match;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Recognition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** An engine that runs each key by itself. */
abstract class KeyedEngine implements Engine {
  /** Runs the events of one key; matches are told in the order of their end. */
  abstract void runKey(
      FailurePattern pattern, List<PatternEvent> events, long endMs, Consumer<Match> told);

  @Override
  public List<PatternMatch> run(FailurePattern pattern, List<PatternEvent> events, long endMs) {
    Map<String, List<PatternEvent>> byKey = new TreeMap<>();
    events.forEach(
        event -> byKey.computeIfAbsent(event.key(), key -> new ArrayList<>()).add(event));
    List<PatternMatch> found = new ArrayList<>();
    Consumer<Match> told =
        match -> found.add(Recognition.of(pattern, match.atMs(), match.events()));
    byKey.values().forEach(ofKey -> runKey(pattern, ofKey, endMs, told));
    found.sort(Comparator.comparing(PatternMatch::matchedAt).thenComparing(PatternMatch::key));
    return found;
  }
}
