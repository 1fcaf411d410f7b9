// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.analytics.patterns.EventField;
import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.patterns.automaton.Choice;
import io.signalbox.patterns.automaton.Match;
import io.signalbox.patterns.automaton.Matcher;
import io.signalbox.patterns.automaton.Matches;
import io.signalbox.patterns.automaton.Seen;
import io.signalbox.patterns.conditions.CompiledPattern;
import io.signalbox.patterns.flinkcep.CepMatches;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * One pattern, matched by both engines on random traces. Each millisecond both are told of the
 * time, then of the events of that millisecond. Where a skip strategy leaves room for one of
 * several matches with the same first event that are complete at once, ours is asked to tell the
 * one that flink-cep told, and it is counted whether it would have done so of itself; everything
 * else must be equal, the time of each match included.
 */
public final class Differential {
  private static final int AFTER_MS = 40;

  private final String text;
  private final Matcher matcher;
  private final CepMatches theirs;
  private final List<String> letters;

  private final List<Match> theirNews = new ArrayList<>();
  private long ties;
  private long sameOfItself;

  /**
   * Opens a pattern.
   *
   * @param text in the notation of the cases
   */
  public Differential(String text) {
    this.text = text;
    CaseSource source = new CaseSource(text);
    CompiledPattern compiled = source.load().get(0);
    matcher = new Matcher(compiled);
    theirs = new CepMatches(source, 0);
    TreeSet<String> types = new TreeSet<>();
    compiled.where().forEach(condition -> types.addAll(((Letters) condition).letters()));
    compiled
        .until()
        .forEach(until -> until.ifPresent(some -> types.addAll(((Letters) some).letters())));
    letters = List.copyOf(types);
  }

  /**
   * Compares.
   *
   * @param seed of the traces
   * @param traces how many
   */
  public DifferentialResult run(long seed, int traces) {
    SplittableRandom random = new SplittableRandom(seed);
    long matches = 0;
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < traces; i++) {
      List<Seen> events = Trace.random(random, letters);
      List<String> expected = new ArrayList<>();
      List<String> actual = new ArrayList<>();
      Matches ours = matcher.open(choice());
      String failed = walk(events, ours, expected, actual);
      Collections.sort(expected);
      Collections.sort(actual);
      matches += expected.size();
      boolean left = matcher.pattern().within() != null && !ours.isEmpty();
      if (!expected.equals(actual) || !failed.isEmpty() || left) {
        differences.add(
            text
                + " on "
                + Trace.tell(events)
                + ": flink-cep "
                + expected
                + ", ours "
                + actual
                + (left ? ", something left" : "")
                + failed);
      }
    }
    theirs.close();
    return new DifferentialResult(text, traces, matches, ties, sameOfItself, differences);
  }

  private Choice choice() {
    return candidates -> {
      ties++;
      List<List<List<PatternEvent>>> events = candidates.stream().map(Match::events).toList();
      int chosen =
          theirNews.stream()
              .mapToInt(told -> events.indexOf(told.events()))
              .filter(index -> index >= 0)
              .findFirst()
              .orElse(0);
      sameOfItself += chosen == 0 ? 1 : 0;
      return chosen;
    };
  }

  private String walk(List<Seen> events, Matches ours, List<String> expected, List<String> actual) {
    theirs.clear();
    int next = 0;
    long endMs = events.get(events.size() - 1).event().timeMs() + AFTER_MS;
    try {
      for (long nowMs = 1; nowMs <= endMs; nowMs++) {
        theirNews.clear();
        theirs.advance(nowMs, theirNews::add);
        expected.addAll(told(theirNews));
        ours.advance(nowMs, match -> actual.add(tell(match)));
        while (next < events.size() && events.get(next).event().timeMs() == nowMs) {
          Seen seen = events.get(next++);
          theirNews.clear();
          theirs.take(seen, theirNews::add);
          expected.addAll(told(theirNews));
          ours.take(seen, match -> actual.add(tell(match)));
        }
      }
      return "";
    } catch (IllegalStateException problem) {
      return ", " + problem.getMessage() + ": " + problem.getCause();
    }
  }

  private static List<String> told(List<Match> matches) {
    return matches.stream().map(Differential::tell).toList();
  }

  private static String tell(Match match) {
    StringBuilder told = new StringBuilder().append(match.atMs());
    match
        .events()
        .forEach(
            stage -> told.append(stage.stream().map(event -> event.text(EventField.ID)).toList()));
    return told.toString();
  }
}
