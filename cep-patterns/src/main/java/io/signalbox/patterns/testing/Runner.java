// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.testing;

import io.signalbox.analytics.patterns.MatchedEvent;
import io.signalbox.analytics.patterns.MatchedStage;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.patterns.language.EventOrder;
import io.signalbox.patterns.language.FailurePattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs a test that a pattern carries, over any engine. */
public final class Runner {
  /** Far enough that every window closes, and still a time that can be added to. */
  private static final long CENTURY_MS = 100L * 366 * 24 * 3600 * 1000;

  private final Engine engine;

  /** Runs tests by an engine. */
  public Runner(Engine engine) {
    this.engine = engine;
  }

  /**
   * What a test finds other than it expects.
   *
   * @return the first difference, or empty when it passes
   */
  public Optional<String> run(FailurePattern pattern, PatternTest test) {
    Arrival arrival = Arrival.of(test);
    if (!arrival.late().equals(test.expect().late())) {
      return Optional.of("late are events " + arrival.late() + ", not " + test.expect().late());
    }
    List<PatternEvent> events =
        arrival.inTime().stream().map(test.events()::get).sorted(EventOrder.ORDER).toList();
    long lastMs = events.isEmpty() ? 0 : events.get(events.size() - 1).timeMs();
    long endMs = test.endMs() == null ? lastMs + CENTURY_MS : Math.max(test.endMs(), lastMs);
    return difference(test, engine.run(pattern, events, endMs));
  }

  private static Optional<String> difference(PatternTest test, List<PatternMatch> found) {
    Expectation expect = test.expect();
    List<Map<String, List<Integer>>> taken =
        found.stream().map(match -> indices(match, test.events())).toList();
    if (found.size() != expect.count()) {
      return Optional.of(
          "expected " + matches(expect.count()) + ", found " + matches(found.size()) + said(taken));
    }
    List<Map<String, List<Integer>>> wanted = expect.matches();
    if (wanted == null) {
      return Optional.empty();
    }
    for (int i = 0; i < wanted.size(); i++) {
      for (Map.Entry<String, List<Integer>> stage : wanted.get(i).entrySet()) {
        List<Integer> indices = taken.get(i).getOrDefault(stage.getKey(), List.of());
        if (!indices.equals(stage.getValue())) {
          return Optional.of(
              "match "
                  + i
                  + ": stage "
                  + stage.getKey()
                  + " took events "
                  + indices
                  + ", not "
                  + stage.getValue());
        }
      }
    }
    return Optional.empty();
  }

  private static String said(List<Map<String, List<Integer>>> taken) {
    return taken.isEmpty() ? "" : ": the first took " + taken.get(0);
  }

  private static String matches(int count) {
    return count == 1 ? "1 match" : count + " matches";
  }

  private static Map<String, List<Integer>> indices(PatternMatch match, List<PatternEvent> events) {
    List<MatchedEvent> told = events.stream().map(MatchedEvent::of).toList();
    Map<String, List<Integer>> indices = new TreeMap<>();
    for (MatchedStage stage : match.stages()) {
      List<Integer> taken = new ArrayList<>();
      stage.events().forEach(event -> taken.add(told.indexOf(event)));
      taken.sort(Comparator.naturalOrder());
      indices.put(stage.stage(), taken);
    }
    return indices;
  }
}
