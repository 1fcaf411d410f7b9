// SPDX-License-Identifier: Apache-2.0
package io.signalbox.patterns.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which rules hold at which event time: of each pattern the greatest version whose epoch is not in
 * the future. Mutable.
 */
public final class RuleTimeline {
  private final TreeMap<String, TreeMap<Integer, AcceptedRule>> rules = new TreeMap<>();

  /** Takes in a rule; of two of one version the one stays that holds earlier. */
  public void add(AcceptedRule rule) {
    rules
        .computeIfAbsent(rule.id(), id -> new TreeMap<>())
        .merge(rule.version(), rule, RuleTimeline::earlier);
  }

  private static AcceptedRule earlier(AcceptedRule left, AcceptedRule right) {
    return right.effectiveMs() < left.effectiveMs() ? right : left;
  }

  /** All rules, in the order of their ids and versions. */
  public List<AcceptedRule> all() {
    return rules.values().stream().flatMap(versions -> versions.values().stream()).toList();
  }

  /**
   * Forgets rules that nobody can ask for any more: those in whose place a greater version holds at
   * an event time and ever after.
   *
   * @param timeMs nobody asks for earlier times
   * @return what was forgotten
   */
  public List<AcceptedRule> forgetBefore(long timeMs) {
    List<AcceptedRule> forgotten = new ArrayList<>();
    for (TreeMap<Integer, AcceptedRule> versions : rules.values()) {
      AcceptedRule holds = holding(versions, timeMs);
      if (holds != null) {
        NavigableMap<Integer, AcceptedRule> before = versions.headMap(holds.version(), false);
        forgotten.addAll(before.values());
        before.clear();
      }
    }
    return forgotten;
  }

  /** The rules that hold at an event time, in the order of their ids; removed ones are left out. */
  public List<AcceptedRule> at(long timeMs) {
    List<AcceptedRule> hold = new ArrayList<>();
    for (TreeMap<Integer, AcceptedRule> versions : rules.values()) {
      AcceptedRule rule = holding(versions, timeMs);
      if (rule != null && !rule.removed()) {
        hold.add(rule);
      }
    }
    return hold;
  }

  private static @Nullable AcceptedRule holding(
      NavigableMap<Integer, AcceptedRule> versions, long timeMs) {
    for (AcceptedRule rule : versions.descendingMap().values()) {
      if (rule.effectiveMs() <= timeMs) {
        return rule;
      }
    }
    return null;
  }

  /** The first epoch after an event time, {@link Long#MAX_VALUE} when there is none. */
  public long nextEpochMs(long timeMs) {
    long next = Long.MAX_VALUE;
    for (TreeMap<Integer, AcceptedRule> versions : rules.values()) {
      for (AcceptedRule rule : versions.values()) {
        if (rule.effectiveMs() > timeMs) {
          next = Math.min(next, rule.effectiveMs());
        }
      }
    }
    return next;
  }
}
