// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.testing;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.MatchedStage;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.patterns.language.FailurePattern;
import io.signalbox.patterns.language.Stage;
import io.signalbox.patterns.language.Title;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The matches of one key. */
final class FoundMatches {
  private final FailurePattern pattern;
  private final List<PatternEvent> events;
  private final List<PatternMatch> found = new ArrayList<>();

  FoundMatches(FailurePattern pattern, List<PatternEvent> events) {
    this.pattern = pattern;
    this.events = events;
  }

  /** Matches that an event completed. */
  void completed(Collection<Map<String, List<Integer>>> matches, long atMs) {
    matches.forEach(match -> add(match, atMs));
  }

  /** Matches that the end of a window completed: nothing happened that must not. */
  void closed(Collection<Map<String, List<Integer>>> matches) {
    for (Map<String, List<Integer>> match : matches) {
      var times =
          match.values().stream().flatMap(List::stream).mapToLong(i -> events.get(i).timeMs());
      var bounds = times.summaryStatistics();
      add(match, closeMs(bounds.getMin(), bounds.getMax()));
    }
  }

  private long closeMs(long firstMs, long lastMs) {
    Duration last = pattern.stages().get(pattern.stages().size() - 1).within();
    if (last != null) {
      return lastMs + last.toMillis();
    }
    return pattern.within() == null ? lastMs : firstMs + pattern.within().toMillis();
  }

  private void add(Map<String, List<Integer>> match, long atMs) {
    List<MatchedStage> stages = new ArrayList<>();
    for (Stage stage : pattern.stages()) {
      if (!stage.negated()) {
        List<Integer> taken = match.getOrDefault(stage.name(), List.of());
        stages.add(new MatchedStage(stage.name(), taken.stream().map(events::get).toList()));
      }
    }
    PatternEvent first =
        stages.stream()
            .flatMap(stage -> stage.events().stream())
            .min(Comparator.comparingLong(PatternEvent::timeMs))
            .orElseThrow();
    String observer = first.text(EventField.OBSERVER);
    found.add(
        new PatternMatch(
            pattern.id() + "/" + first.key() + "/" + first.timeMs() + "/" + atMs + "/" + match,
            pattern.id(),
            pattern.version(),
            first.key(),
            first.text(EventField.ENVIRONMENT),
            observer,
            Title.blame(pattern.emit(), stages),
            Title.of(pattern.emit(), first.key(), observer, stages),
            pattern.emit().severity(),
            pattern.emit().confidence(),
            pattern.emit().runbook(),
            Instant.ofEpochMilli(first.timeMs()),
            Instant.ofEpochMilli(atMs),
            stages));
  }

  /** Those that come at least the cooldown after the one before that was told. */
  List<PatternMatch> afterCooldown() {
    found.sort(Comparator.comparing(PatternMatch::matchedAt).thenComparing(PatternMatch::id));
    List<PatternMatch> told = new ArrayList<>();
    for (PatternMatch match : found) {
      boolean isFirst = told.isEmpty();
      if (isFirst
          || !match
              .matchedAt()
              .isBefore(told.get(told.size() - 1).matchedAt().plus(pattern.cooldown()))) {
        told.add(match);
      }
    }
    return told;
  }
}
