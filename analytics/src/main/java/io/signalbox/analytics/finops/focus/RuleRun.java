// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.focus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts rows to one rule and remembers which break it. */
final class RuleRun {
  private static final int MOST_TOLD = 5;
  private final FocusRule rule;
  private final RowTest condition;
  private final RowTest requirement;
  private final List<Long> first = new ArrayList<>();
  private long applied;
  private long failures;

  RuleRun(FocusRule rule, RowTest condition, RowTest requirement) {
    this.rule = rule;
    this.condition = condition;
    this.requirement = requirement;
  }

  /** A rule that each value of a column goes with so many values of another at most. */
  static RowTest distinct(int column, int other, int most) {
    Map<String, List<String>> seen = new HashMap<>();
    return row -> {
      String value = row[column];
      String beside = row[other];
      if (value == null || beside == null) {
        return true;
      }
      List<String> known = seen.computeIfAbsent(value, key -> new ArrayList<>(most));
      if (known.contains(beside)) {
        return true;
      }
      if (known.size() >= most) {
        return false;
      }
      known.add(beside);
      return true;
    };
  }

  void row(@Nullable String[] row, long line) {
    if (!condition.holds(row)) {
      return;
    }
    applied++;
    if (!requirement.holds(row)) {
      failures++;
      if (first.size() < MOST_TOLD) {
        first.add(line);
      }
    }
  }

  Verdict verdict() {
    if (applied == 0) {
      return new Verdict(rule, Verdict.Outcome.NOT_APPLICABLE, "no row of this kind", 0, List.of());
    }
    Verdict.Outcome outcome = failures == 0 ? Verdict.Outcome.PASSED : Verdict.Outcome.FAILED;
    String reason = failures == 0 ? "" : "rows break it";
    return new Verdict(rule, outcome, reason, failures, List.copyOf(first));
  }
}
