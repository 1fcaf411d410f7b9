// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.testing;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.patterns.automaton.Match;
import io.signalbox.patterns.automaton.Seen;
import io.signalbox.patterns.conditions.CompiledPattern;
import io.signalbox.patterns.conditions.Conditions;
import io.signalbox.patterns.conditions.PatternSource;
import io.signalbox.patterns.flinkcep.CepMatches;
import io.signalbox.patterns.language.FailurePattern;
import java.util.List;
import java.util.function.Consumer;

/** The automaton of flink-cep, which knows neither cooldown nor bound. */
public final class FlinkCepEngine extends KeyedEngine {
  @Override
  void runKey(FailurePattern pattern, List<PatternEvent> events, long endMs, Consumer<Match> told) {
    try (CepMatches matches = new CepMatches(new Source(pattern), 0)) {
      for (int i = 0; i < events.size(); i++) {
        matches.advance(events.get(i).timeMs(), told);
        matches.take(new Seen(i, events.get(i)), told);
      }
      matches.advance(endMs, told);
    }
  }

  private record Source(FailurePattern pattern) implements PatternSource {
    private static final long serialVersionUID = 1;

    @Override
    public List<CompiledPattern> load() {
      return List.of(Conditions.compile(pattern));
    }
  }
}
