// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.catalogue;

import io.signalbox.analytics.patterns.RuleVerdict;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides which rules are going to hold. A rule is refused whole or not at all, and one that is
 * refused leaves those before it as they are. Mutable; the rules accepted last are what a
 * checkpoint needs.
 */
public final class RuleBook {
  /** Ids that are kept; rules of further ones are refused. */
  public static final int MOST_RULES = 1_000;

  private final RuleForm form;
  private final TreeMap<String, Integer> shipped = new TreeMap<>();
  private final TreeMap<String, AcceptedRule> latest = new TreeMap<>();

  /**
   * Starts with rules that were accepted before.
   *
   * @param form how rules are written
   * @param shipped rules that hold from the beginning
   * @param accepted at most one for each id
   */
  public RuleBook(
      RuleForm form, Collection<AcceptedRule> shipped, Collection<AcceptedRule> accepted) {
    this.form = form;
    shipped.forEach(rule -> this.shipped.put(rule.id(), rule.version()));
    accepted.forEach(rule -> latest.put(rule.id(), rule));
  }

  /** The rule accepted last of each id, in the order of the ids. */
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
    RuleForm.Draft draft = form.read(origin, text);
    AcceptedRule rule = draft.rule();
    if (rule == null) {
      Instant passed = time(passedMs);
      return new Ruling(
          new RuleVerdict("", 0, false, false, null, passed, origin, draft.said()), null);
    }
    boolean known = rule.equals(latest.get(rule.id()));
    String why = draft.faulty() ? draft.said() : known ? null : refusal(rule, passedMs);
    if (why != null) {
      return new Ruling(verdict(rule, false, passedMs, origin, why), null);
    }
    latest.put(rule.id(), rule);
    return new Ruling(verdict(rule, true, passedMs, origin, draft.said()), known ? null : rule);
  }

  private @Nullable String refusal(AcceptedRule rule, long passedMs) {
    AcceptedRule before = latest.get(rule.id());
    if (rule.effectiveMs() <= passedMs) {
      return "too late: it was to hold from "
          + Instant.ofEpochMilli(rule.effectiveMs())
          + " on, and event time has passed "
          + Instant.ofEpochMilli(passedMs);
    }
    int ships = shipped.getOrDefault(rule.id(), 0);
    if (rule.version() <= ships) {
      return "version " + ships + " ships; a change needs a greater one";
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
    return before == null && latest.size() >= MOST_RULES
        ? "there are " + MOST_RULES + " rules already"
        : null;
  }

  private static RuleVerdict verdict(
      AcceptedRule rule, boolean accepted, long passedMs, String origin, String reason) {
    return new RuleVerdict(
        rule.id(),
        rule.version(),
        accepted,
        rule.removed(),
        Instant.ofEpochMilli(rule.effectiveMs()),
        time(passedMs),
        origin,
        reason);
  }

  private static @Nullable Instant time(long passedMs) {
    return passedMs == Long.MIN_VALUE ? null : Instant.ofEpochMilli(passedMs);
  }
}
