// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What came of recommendations. The newest outcomes are kept one by one, so that each incident and
 * runbook counts once whatever is said how often about them; older ones are only counted. Mutable.
 */
public final class OutcomeLog {
  /** Outcomes that are kept one by one. */
  static final int MOST = 1000;

  private static final Comparator<Outcome> OLDEST =
      Comparator.comparing(Outcome::at)
          .thenComparing(Outcome::incident)
          .thenComparing(Outcome::runbook)
          .thenComparing(Outcome::outcome);

  private final TreeMap<String, Outcome> byCase = new TreeMap<>();
  private final TreeSet<Outcome> byAge = new TreeSet<>(OLDEST);
  private final TreeMap<String, Tally> counted = new TreeMap<>();
  private @Nullable Outcome lastCounted;

  /**
   * Takes in one outcome.
   *
   * @return false when it is older than what is counted already, and may be part of it
   */
  public boolean add(Outcome outcome) {
    if (lastCounted != null && OLDEST.compare(outcome, lastCounted) <= 0) {
      return false;
    }
    Outcome before = byCase.get(caseOf(outcome));
    if (before != null && OLDEST.compare(outcome, before) <= 0) {
      return true;
    }
    if (before != null) {
      byAge.remove(before);
    }
    put(outcome);
    if (byAge.size() > MOST) {
      count(byAge.first());
    }
    return true;
  }

  private void count(Outcome oldest) {
    byAge.remove(oldest);
    byCase.remove(caseOf(oldest));
    counted.merge(oldest.runbook(), Tally.NONE.plus(oldest.outcome()), Tally::plus);
    lastCounted = oldest;
  }

  private static String caseOf(Outcome outcome) {
    return caseOf(outcome.incident(), outcome.runbook());
  }

  private static String caseOf(String incident, String runbook) {
    return incident + '\uffff' + runbook;
  }

  /** How often a runbook helped so far. */
  Tally of(String runbook) {
    Tally tally = counted.getOrDefault(runbook, Tally.NONE);
    for (Outcome outcome : byAge) {
      if (outcome.runbook().equals(runbook)) {
        tally = tally.plus(outcome.outcome());
      }
    }
    return tally;
  }

  /** True when it says something else of its incident and runbook than what is known. */
  public boolean isNews(Outcome outcome) {
    Outcome before = byCase.get(caseOf(outcome));
    return before == null
        || (before.outcome() != outcome.outcome() && OLDEST.compare(outcome, before) > 0);
  }

  /** What came of a runbook in an incident, or null when that is not known one by one. */
  @Nullable OutcomeKind of(String incident, String runbook) {
    Outcome known = byCase.get(caseOf(incident, runbook));
    return known == null ? null : known.outcome();
  }

  /** The outcomes that are kept, oldest first. */
  public Collection<Outcome> kept() {
    return Collections.unmodifiableCollection(byAge);
  }

  /** What older ones come to, by runbook. */
  public NavigableMap<String, Tally> counted() {
    return Collections.unmodifiableNavigableMap(counted);
  }

  /** The newest of those that are only counted; null when there is none. */
  public @Nullable Outcome lastCounted() {
    return lastCounted;
  }

  /** Puts an outcome in place: restoring. */
  public void put(Outcome outcome) {
    byCase.put(caseOf(outcome), outcome);
    byAge.add(outcome);
  }

  /** Puts what is only counted in place: restoring. */
  public void restoreCounted(String runbook, Tally tally) {
    counted.put(runbook, tally);
  }

  /** Puts the newest of those that are only counted in place: restoring. */
  public void restoreLastCounted(@Nullable Outcome outcome) {
    lastCounted = outcome;
  }
}
