// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.patterns.conditions.CompiledPattern;
import io.signalbox.patterns.conditions.Condition;
import io.signalbox.patterns.conditions.PatternSource;
import io.signalbox.patterns.conditions.Taken;
import io.signalbox.patterns.language.Emit;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Follow;
import io.signalbox.patterns.language.PatternKey;
import io.signalbox.patterns.language.Quantifier;
import io.signalbox.patterns.language.Skip;
import io.signalbox.patterns.language.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The story that all engines match: slow, then failing, then restarted, within five minutes. */
final class LatencyErrorRestart implements PatternSource {
  private static final long serialVersionUID = 1;

  /** Types of events by stage. */
  static final List<String> TYPES = List.of("symptom.slow", "symptom.failing", "symptom.restart");

  /** Greatest time from the first event to the last, milliseconds. */
  static final long WITHIN_MS = 300_000;

  private static final int BOUND = 1 << 20;

  /** An event of one type. */
  private record TypeIs(String type) implements Condition {
    @Override
    public boolean test(PatternEvent event, Taken taken) {
      return event.type().equals(type);
    }

    @Override
    public boolean refersBack() {
      return false;
    }

    @Override
    public Optional<Set<String>> types() {
      return Optional.of(Set.of(type));
    }
  }

  @Override
  public List<CompiledPattern> load() {
    FailurePattern pattern =
        new FailurePattern(
            "latency-error-restart",
            1,
            PatternKey.SERVICE,
            TYPES.stream().map(LatencyErrorRestart::stage).toList(),
            Duration.ofMillis(WITHIN_MS),
            new Skip(Skip.Kind.NO_SKIP, ""),
            Duration.ZERO,
            BOUND,
            new Emit("{key} restarted", "", "high", 1, ""));
    List<Condition> where = TYPES.stream().<Condition>map(TypeIs::new).toList();
    return List.of(
        new CompiledPattern(
            pattern, where, List.of(Optional.empty(), Optional.empty(), Optional.empty())));
  }

  private static Stage stage(String type) {
    String name = type.substring(type.indexOf('.') + 1);
    return new Stage(name, Follow.RELAXED, false, Quantifier.ONE, type, null, null);
  }
}
