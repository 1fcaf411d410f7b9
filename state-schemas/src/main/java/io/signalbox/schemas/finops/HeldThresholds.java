// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What holds of thresholds of budgets when all is read that was told of them, in its order. */
public final class HeldThresholds {
  private final TreeMap<String, String> held = new TreeMap<>();
  private final List<String> contradictions = new ArrayList<>();

  /** Nothing was told yet. */
  public HeldThresholds() {}

  /** Reads what is told next. */
  public void add(BudgetAlert alert) {
    Long percent = alert.percent();
    if (percent == null) {
      return; // of a burn rule
    }
    String key = alert.budget() + " " + alert.state().startAt() + " " + percent;
    String before = text(alert.beforeAt(), alert.beforeBy(), alert.beforeSpent());
    String now = text(alert.crossedAt(), alert.by(), alert.crossedSpent());
    String known = now == null ? held.remove(key) : held.put(key, now);
    if (known == null ? before != null : !known.equals(before)) {
      contradictions.add(key + ": told in place of " + before + ", known was " + known);
    }
  }

  /** Reads that a threshold was reached, as the command for files tells it. */
  public void add(
      String budget, Instant startAt, long percent, Instant at, String by, String spent) {
    held.put(budget + " " + startAt + " " + percent, at + " " + by + " " + spent);
  }

  private static @Nullable String text(
      @Nullable Instant at, @Nullable String by, @Nullable String spent) {
    return at == null ? null : at + " " + by + " " + spent;
  }

  /** A line for each threshold that was reached: budget, period, per cent, time, use, money. */
  public List<String> lines() {
    return held.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).toList();
  }

  /** Records that did not fit what was told before them; empty when none was lost or repeated. */
  public List<String> contradictions() {
    return List.copyOf(contradictions);
  }
}
