// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.testing;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.patterns.automaton.Match;
import io.signalbox.patterns.automaton.Matcher;
import io.signalbox.patterns.automaton.Matches;
import io.signalbox.patterns.automaton.Seen;
import io.signalbox.patterns.conditions.Conditions;
import io.signalbox.patterns.language.FailurePattern;
import java.util.List;
import java.util.function.Consumer;

/** The automaton that the jobs use, cooldown and bound included. */
public final class AutomatonEngine extends KeyedEngine {
  @Override
  void runKey(FailurePattern pattern, List<PatternEvent> events, long endMs, Consumer<Match> told) {
    Matches matches = new Matcher(Conditions.compile(pattern)).open();
    for (int i = 0; i < events.size(); i++) {
      matches.advance(events.get(i).timeMs(), told);
      matches.take(new Seen(i, events.get(i)), told);
    }
    matches.advance(endMs, told);
  }
}
