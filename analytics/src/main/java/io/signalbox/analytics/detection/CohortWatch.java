// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.signals.SpanCell;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the version or zone that fails where others, asked for the same at the same time, do not.
 * It needs no history: a bad canary shows from its first minute. Such an episode explains the
 * failures of its service.
 *
 * <p>Each window, every cohort is put to Fisher's exact test against the others over the last five
 * minutes. The p-value is multiplied by the number of comparisons that were possible and by {@link
 * #LOOKS}, the windows in which one call is looked at. So by the union bound a service without bad
 * cohorts opens one in a given stretch of five minutes with probability {@link #OPEN_BELOW} at
 * most, about once in ten years, as far as calls fail independently; that a cohort must fail in two
 * slots keeps out single bursts, where they do not.
 */
final class CohortWatch {
  static final double OPEN_BELOW = 1e-6;
  private static final int MOST = 256;
  private static final int MOST_GATES = 32;
  private static final int LOOKS = (int) (Cohort.SLOTS * Cohort.SLOT_MS / RequestWatch.WINDOW_MS);
  private static final int LONGEST_VALUE = 64;

  private final TreeMap<Cohort.Key, Cohort> cohorts = new TreeMap<>();
  private final TreeMap<String, CohortGate> gates = new TreeMap<>();
  private long newest = Long.MIN_VALUE;

  /** Worst comparison of a subject. */
  private record Verdict(Comparison comparison, double pValue) {}

  /** Adds a cell; new cohorts of one tick must come in ascending order. */
  void add(long tickMs, SpanCell cell) {
    roll(tickMs);
    add("version", cell.version(), cell);
    add("zone", cell.zone(), cell);
  }

  private void add(String attribute, String value, SpanCell cell) {
    if (value.isEmpty()) {
      return;
    }
    Cohort.Key key =
        new Cohort.Key(
            attribute,
            Text.cut(cell.operation(), Operations.LONGEST_NAME),
            Text.cut(value, LONGEST_VALUE));
    Cohort cohort = cohorts.get(key);
    if (cohort == null && cohorts.size() < MOST) {
      cohort = new Cohort(key);
      cohorts.put(key, cohort);
    }
    if (cohort != null) {
      cohort.add(Math.floorMod(newest, Cohort.SLOTS), cell.calls(), cell.errors());
    }
  }

  /** Makes the slot of a time the newest and forgets those it takes the place of. */
  private void roll(long atMs) {
    long slot = Math.floorDiv(atMs, Cohort.SLOT_MS);
    if (slot <= newest) {
      return;
    }
    for (long next = Math.max(newest + 1, slot - Cohort.SLOTS + 1); next <= slot; next++) {
      int freed = Math.floorMod(next, Cohort.SLOTS);
      cohorts.values().forEach(cohort -> cohort.clear(freed));
    }
    newest = slot;
    cohorts.values().removeIf(Cohort::isEmpty);
  }

  /** Compares all cohorts. */
  void endWindow(Judgement look) {
    roll(look.atMs());
    TreeMap<String, Verdict> worst = new TreeMap<>();
    List<Comparison> comparisons = comparisons();
    double correction = (double) LOOKS * comparisons.size();
    for (Comparison comparison : comparisons) {
      Verdict verdict = new Verdict(comparison, Math.min(1, comparison.pValue() * correction));
      worst.merge(
          comparison.cohort().key().subject(), verdict, (a, b) -> b.pValue() < a.pValue() ? b : a);
    }
    worst.forEach(this::makeGate);
    gates.values().forEach(gate -> step(look, gate, worst.get(gate.subject())));
    gates.values().removeIf(CohortGate::isCalm);
  }

  private void makeGate(String subject, Verdict verdict) {
    if (verdict.pValue() <= OPEN_BELOW && gates.size() < MOST_GATES) {
      gates.computeIfAbsent(subject, CohortGate::new);
    }
  }

  private static void step(Judgement look, CohortGate gate, @Nullable Verdict verdict) {
    if (verdict == null) {
      gate.step(look, null, 1);
    } else {
      gate.step(look, verdict.comparison(), verdict.pValue());
    }
  }

  private List<Comparison> comparisons() {
    List<Comparison> possible = new ArrayList<>();
    List<Cohort> group = new ArrayList<>();
    for (Cohort cohort : cohorts.values()) {
      if (!group.isEmpty() && !group.get(0).key().sharesGroup(cohort.key())) {
        compare(group, possible);
        group.clear();
      }
      group.add(cohort);
    }
    compare(group, possible);
    return possible;
  }

  private static void compare(List<Cohort> group, List<Comparison> possible) {
    if (group.size() < 2) {
      return;
    }
    for (Cohort cohort : group) {
      Comparison comparison = Comparison.of(cohort, group);
      if (comparison.isComparable()) {
        possible.add(comparison);
      }
    }
  }

  /** Ends all that is open: no window will follow soon. */
  void pause(Judgement look) {
    gates.values().forEach(gate -> gate.release(look));
    gates.clear();
  }

  void walk(Fields fields) {
    newest = fields.integer(newest);
    List<Cohort> list = new ArrayList<>(cohorts.values());
    fields.list(list, MOST, () -> new Cohort(new Cohort.Key("", "", "")), Cohort::walk);
    list.forEach(cohort -> cohorts.put(cohort.key(), cohort));
    List<CohortGate> open = new ArrayList<>(gates.values());
    fields.list(open, MOST_GATES, () -> new CohortGate(""), CohortGate::walk);
    open.forEach(gate -> gates.put(gate.subject(), gate));
  }
}
