// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One decision and what is said to have come of it, in whatever order both come, each counted once.
 * A later outcome takes the place of an earlier one; what comes after the horizon is too late.
 * Mutable: state of a key.
 */
public final class DecisionJoin {
  /** The decision, once it has come. */
  public @Nullable Decision decision;

  /** Outcomes that came in time, or that wait for their decision, and when each came first. */
  public final TreeMap<Outcome, Long> outcomes = new TreeMap<>();

  /** Whether an outcome came too late. */
  public boolean late;

  /** Whether the horizon has passed. */
  public boolean over;

  /** When something is due next, epoch milliseconds. */
  public long dueMs = Long.MAX_VALUE;

  /**
   * Takes in what came at one time.
   *
   * @param horizonMs how long after a decision outcomes count, milliseconds
   * @return how many decisions came so late that nothing could come of them any more
   */
  public int fold(List<DecisionItem> items, long horizonMs, Consumer<DecisionChange> out) {
    int tooOld = 0;
    for (DecisionItem item : items) {
      Standing before = standing();
      if (item.decision() != null && decision == null) {
        if (item.decision().atMs() + 2 * horizonMs < item.foundMs()) {
          tooOld++;
        } else {
          decided(item.decision(), horizonMs);
        }
      }
      if (item.outcome() != null) {
        heard(item.foundMs(), item.outcome(), horizonMs);
      }
      pass(item.foundMs(), horizonMs);
      tell(item.foundMs(), before, out);
    }
    return tooOld;
  }

  private void decided(Decision found, long horizonMs) {
    decision = found;
    long lastMs = found.atMs() + horizonMs;
    dueMs = lastMs + 1;
    late = outcomes.values().removeIf(foundMs -> foundMs > lastMs);
    over = late;
    if (over) {
      dueMs = lastMs + horizonMs;
    }
  }

  private void heard(long foundMs, Outcome outcome, long horizonMs) {
    boolean inTime = decision == null || foundMs <= decision.atMs() + horizonMs;
    if (inTime) {
      outcomes.merge(outcome, foundMs, Math::min);
    } else if (!outcomes.containsKey(outcome)) {
      late = true;
    }
    if (decision == null) {
      dueMs = Math.min(dueMs, foundMs + horizonMs);
    }
  }

  /** Notes that the horizon has passed. */
  private void pass(long nowMs, long horizonMs) {
    if (decision != null && !over && nowMs > decision.atMs() + horizonMs) {
      over = true;
      dueMs = decision.atMs() + 2 * horizonMs;
    }
  }

  private void tell(long nowMs, @Nullable Standing before, Consumer<DecisionChange> out) {
    Standing after = standing();
    if (decision != null && after != null && !after.equals(before)) {
      out.accept(new DecisionChange(nowMs, decision, before, after));
    }
  }

  /** What counts now; null before the decision has come. */
  private @Nullable Standing standing() {
    if (decision == null) {
      return null;
    }
    Outcome last = null;
    long lastMs = Long.MIN_VALUE;
    for (Map.Entry<Outcome, Long> one : outcomes.entrySet()) {
      long knownMs = one.getKey().knownMs(one.getValue());
      if (knownMs >= lastMs) {
        last = one.getKey();
        lastMs = knownMs;
      }
    }
    if (last == null) {
      return new Standing(over ? DecisionState.MISSED : DecisionState.OPEN, late, null, null, "");
    }
    return new Standing(DecisionState.JOINED, late, last.verdict(), last.value(), last.unit());
  }

  /**
   * Does what is due: a decision without an outcome has missed it, and after another horizon
   * everything is forgotten.
   *
   * @return how many outcomes waited for a decision that never came
   */
  public int advance(long nowMs, long horizonMs, Consumer<DecisionChange> out) {
    Standing before = standing();
    pass(nowMs, horizonMs);
    tell(nowMs, before, out);
    if (dueMs > nowMs) {
      return 0;
    }
    int orphans = decision == null ? outcomes.size() : 0;
    decision = null;
    outcomes.clear();
    late = false;
    over = false;
    dueMs = Long.MAX_VALUE;
    return orphans;
  }

  /** True when nothing is waited for. */
  public boolean isEmpty() {
    return dueMs == Long.MAX_VALUE;
  }
}
