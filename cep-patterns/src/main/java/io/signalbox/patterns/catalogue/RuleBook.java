// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.catalogue;

import io.signalbox.analytics.patterns.RuleVerdict;
import io.signalbox.patterns.linting.Linter;
import io.signalbox.patterns.linting.Vocabulary;
import io.signalbox.patterns.reading.Problem;
import io.signalbox.patterns.reading.RuleDocument;
import io.signalbox.patterns.reading.RuleReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides which rules are going to hold. A rule is refused whole or not at all, and one that is
 * refused leaves those before it as they are. Mutable; the rules accepted last are what a
 * checkpoint needs.
 */
public final class RuleBook {
  /** Patterns that are kept; further ones are refused. */
  public static final int MOST_PATTERNS = 1_000;

  private final TreeMap<String, AcceptedRule> latest = new TreeMap<>();

  /**
   * Starts with rules that were accepted before.
   *
   * @param accepted at most one for each pattern
   */
  public RuleBook(Collection<AcceptedRule> accepted) {
    accepted.forEach(rule -> latest.put(rule.id(), rule));
  }

  /** The rule accepted last of each pattern, in the order of their ids. */
  public List<AcceptedRule> accepted() {
    return List.copyOf(latest.values());
  }

  /**
   * Decides about a rule.
   *
   * @param origin where it came from, for a person
   * @param text YAML or JSON
   * @param passedMs event time that has been passed wherever rules are applied, epoch milliseconds;
   *     {@link Long#MIN_VALUE} before there was any
   */
  public Ruling judge(String origin, String text, long passedMs) {
    RuleReader.Result read = RuleReader.read(origin, text);
    List<Problem> problems = new ArrayList<>(read.problems());
    RuleDocument document = read.rule().orElse(null);
    if (document != null && document.pattern().isPresent()) {
      problems.addAll(Linter.lint(Vocabulary.shipped(), document.pattern().get()));
    }
    String said = problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
    if (document == null || problems.stream().anyMatch(Problem::isError)) {
      return refused("", 0, false, null, passedMs, origin, said);
    }
    AcceptedRule rule =
        new AcceptedRule(
            document.id(),
            document.version(),
            document.effectiveAt().toEpochMilli(),
            document.removal(),
            text);
    String why = refusal(rule, passedMs);
    boolean known = rule.equals(latest.get(rule.id()));
    if (!known && why != null) {
      return refused(
          rule.id(), rule.version(), rule.removed(), document.effectiveAt(), passedMs, origin, why);
    }
    latest.put(rule.id(), rule);
    RuleVerdict verdict =
        new RuleVerdict(
            rule.id(),
            rule.version(),
            true,
            rule.removed(),
            document.effectiveAt(),
            time(passedMs),
            origin,
            said);
    return new Ruling(verdict, known ? null : rule);
  }

  private @Nullable String refusal(AcceptedRule rule, long passedMs) {
    AcceptedRule before = latest.get(rule.id());
    if (rule.effectiveMs() <= passedMs) {
      return "too late: it was to hold from "
          + Instant.ofEpochMilli(rule.effectiveMs())
          + " on, and event time has passed "
          + Instant.ofEpochMilli(passedMs);
    }
    if (before != null && rule.version() <= before.version()) {
      return "version " + before.version() + " was accepted before; a change needs a greater one";
    }
    if (before != null && rule.effectiveMs() <= before.effectiveMs()) {
      return "version "
          + before.version()
          + " holds from "
          + Instant.ofEpochMilli(before.effectiveMs())
          + " on; a greater version cannot hold before that";
    }
    return before == null && latest.size() >= MOST_PATTERNS
        ? "there are " + MOST_PATTERNS + " patterns already"
        : null;
  }

  private static Ruling refused(
      String id,
      int version,
      boolean removal,
      @Nullable Instant effectiveAt,
      long passedMs,
      String origin,
      String why) {
    return new Ruling(
        new RuleVerdict(id, version, false, removal, effectiveAt, time(passedMs), origin, why),
        null);
  }

  private static @Nullable Instant time(long passedMs) {
    return passedMs == Long.MIN_VALUE ? null : Instant.ofEpochMilli(passedMs);
  }
}
