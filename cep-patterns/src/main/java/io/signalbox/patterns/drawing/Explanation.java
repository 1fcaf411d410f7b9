// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.drawing;

import io.signalbox.patterns.automaton.UnsupportedPattern;
import io.signalbox.patterns.conditions.CompiledPattern;
import io.signalbox.patterns.conditions.Condition;
import io.signalbox.patterns.conditions.Conditions;
import io.signalbox.patterns.flinkcep.SharedSubset;
import io.signalbox.patterns.language.EventKey;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Skip;
import io.signalbox.patterns.language.Stage;
import io.signalbox.patterns.linting.OpenEstimate;
import io.signalbox.patterns.reading.Durations;
import io.signalbox.patterns.reading.PatternDocument;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A pattern in sentences. */
public final class Explanation {
  private final StringBuilder text = new StringBuilder();

  private Explanation() {}

  /** Explains a pattern. */
  public static String of(PatternDocument document) {
    Explanation explanation = new Explanation();
    explanation.head(document);
    explanation.stages(document.pattern());
    explanation.rest(document.pattern());
    explanation.sources(document);
    return explanation.text.toString();
  }

  private void head(PatternDocument document) {
    FailurePattern pattern = document.pattern();
    line("%s, version %d, %s", pattern.id(), pattern.version(), pattern.emit().severity());
    if (!document.metadata().description().isEmpty()) {
      line("%s", document.metadata().description().strip());
    }
    line("");
    List<String> fields =
        EventKey.needed(pattern.key()).stream().map(field -> field.label()).toList();
    line(
        "Of one %s (%s), in the order of event time:",
        pattern.key().name().toLowerCase(Locale.ROOT),
        fields.isEmpty() ? "environment" : String.join(", ", fields));
  }

  private void stages(FailurePattern pattern) {
    CompiledPattern compiled = Conditions.compile(pattern);
    for (int i = 0; i < pattern.stages().size(); i++) {
      Stage stage = pattern.stages().get(i);
      String follow = i == 0 ? "first" : Words.follow(stage);
      String times = Words.times(stage.quantifier());
      String within = Words.within(stage);
      line(
          "  %d. %s %s%s%s",
          i + 1,
          follow,
          stage.name(),
          times.isEmpty() ? "" : ", " + times,
          within.isEmpty() ? "" : ", " + within);
      line("     where %s", stage.where().strip().replaceAll("\\s+", " "));
      if (stage.until() != null) {
        line("     until %s", stage.until().strip());
      }
      line("     %s", cost(compiled.where().get(i)));
    }
  }

  private static String cost(Condition condition) {
    Optional<Set<String>> types = condition.types();
    String asked =
        types.map(set -> "asked for " + String.join(", ", set)).orElse("asked for every event");
    return asked + (condition.refersBack() ? "; looks at what was taken before" : "");
  }

  private void rest(FailurePattern pattern) {
    if (pattern.within() != null) {
      line("All within %s from the first event.", Durations.format(pattern.within()));
    }
    line("After a match: %s.", skip(pattern.skip()));
    if (!pattern.cooldown().isZero()) {
      line("No other match of the key for %s.", Durations.format(pattern.cooldown()));
    }
    line(
        "At most %d partial matches a key; about %d at one fitting event a minute.",
        pattern.bound(), OpenEstimate.of(pattern));
    line("flink-cep: %s.", flinkCep(pattern));
    line("");
    line("Says \"%s\" (confidence %s).", pattern.emit().title(), pattern.emit().confidence());
    if (!pattern.emit().blame().isEmpty()) {
      line("Blames %s.", pattern.emit().blame());
    }
    if (!pattern.emit().runbook().isEmpty()) {
      line("Next step: %s", pattern.emit().runbook());
    }
  }

  private void sources(PatternDocument document) {
    document.metadata().source().forEach(source -> line("Source: %s", source));
    if (!document.metadata().seenIn().isEmpty()) {
      line("Seen in: %s", String.join(", ", document.metadata().seenIn()));
    }
    line("Carries %d tests.", document.tests().size());
  }

  private static String flinkCep(FailurePattern pattern) {
    try {
      SharedSubset.check(pattern);
      return pattern.cooldown().isZero() ? "means the same" : "means the same but for the cooldown";
    } catch (UnsupportedPattern other) {
      return "means something else: " + other.getMessage();
    }
  }

  private static String skip(Skip skip) {
    return switch (skip.kind()) {
      case NO_SKIP -> "others that share its events go on";
      case TO_NEXT -> "others with the same first event are dropped";
      case PAST_LAST_EVENT -> "others that began before its end are dropped";
      case TO_FIRST -> "others that began before the first " + skip.stage() + " are dropped";
      case TO_LAST -> "others that began before the last " + skip.stage() + " are dropped";
    };
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
