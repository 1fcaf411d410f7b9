// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.automaton;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.patterns.conditions.CompiledPattern;
import io.signalbox.patterns.conditions.Conditions;
import io.signalbox.patterns.language.Emit;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Follow;
import io.signalbox.patterns.language.PatternKey;
import io.signalbox.patterns.language.Quantifier;
import io.signalbox.patterns.language.Skip;
import io.signalbox.patterns.language.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pattern put together stage by stage, with conditions in CEL. */
public final class Story {
  private final List<Stage> stages = new ArrayList<>();
  private @Nullable Duration within;
  private Skip skip = new Skip(Skip.Kind.NO_SKIP, "");
  private Duration cooldown = Duration.ZERO;
  private int bound = 1000;
  private int version = 1;

  public Story stage(String name, String where) {
    return stage(name, where, Quantifier.ONE, null);
  }

  public Story stage(String name, String where, Quantifier times, @Nullable Duration within) {
    stages.add(new Stage(name, Follow.RELAXED, false, times, where, null, within));
    return this;
  }

  public Story never(String name, String where, @Nullable Duration within) {
    stages.add(new Stage(name, Follow.RELAXED, true, Quantifier.ONE, where, null, within));
    return this;
  }

  public Story next(String name, String where) {
    stages.add(new Stage(name, Follow.STRICT, false, Quantifier.ONE, where, null, null));
    return this;
  }

  public Story within(long seconds) {
    within = Duration.ofSeconds(seconds);
    return this;
  }

  public Story skip(Skip.Kind kind) {
    skip = new Skip(kind, "");
    return this;
  }

  public Story cooldown(long seconds) {
    cooldown = Duration.ofSeconds(seconds);
    return this;
  }

  public Story bound(int most) {
    bound = most;
    return this;
  }

  public Story version(int number) {
    version = number;
    return this;
  }

  public FailurePattern pattern() {
    return new FailurePattern(
        "story",
        version,
        PatternKey.SERVICE,
        stages,
        within,
        skip,
        cooldown,
        bound,
        new Emit("{service} is off", "", "high", 0.5, ""));
  }

  public CompiledPattern compiled() {
    return Conditions.compile(pattern());
  }

  public static PatternEvent event(long second, String type, String version) {
    Map<EventField, Object> fields =
        Map.of(EventField.SERVICE, "pay", EventField.VERSION, version);
    return new PatternEvent("prod/pay", second * 1000, type, fields);
  }
}
