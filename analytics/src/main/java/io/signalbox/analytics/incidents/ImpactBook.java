// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.objectives.Ledger;
import io.signalbox.analytics.objectives.Objective;
import io.signalbox.analytics.objectives.ObjectiveWindow;
import io.signalbox.analytics.objectives.Objectives;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;

/** What was spent of the objectives of one environment, and what incidents have cost. Mutable. */
public final class ImpactBook {
  /** Totals of a ledger, about twice what is left of them when it is thinned. */
  private static final int MOST = 1_024;

  private static final Comparator<ObjectiveHit> WORST =
      Comparator.comparingDouble(ObjectiveHit::burntShare)
          .reversed()
          .thenComparing(ObjectiveHit::objective);

  private final TreeMap<String, Ledger> ledgers = new TreeMap<>();

  /** What was spent, by the id of the objective. */
  public NavigableMap<String, Ledger> ledgers() {
    return Collections.unmodifiableNavigableMap(ledgers);
  }

  /** Puts a ledger in place: restoring. */
  public void put(String objective, Ledger ledger) {
    ledgers.put(objective, ledger);
  }

  /** Forgets what was spent of objectives that nobody names any more. */
  public void keep(Objectives named) {
    ledgers.keySet().retainAll(named.byId().keySet());
  }

  /**
   * Takes in what counted in a window; one of an objective that nobody names is passed over.
   *
   * @param begun times at which incidents that can still change began, epoch milliseconds
   */
  public void hear(ObjectiveWindow window, Objectives named, NavigableSet<Long> begun) {
    Objective objective = named.byId().get(window.objective());
    if (objective == null) {
      return;
    }
    Ledger ledger = ledgers.computeIfAbsent(objective.id(), id -> new Ledger());
    ledger.add(objective, window);
    ledger.forgetUsers(begun);
    if (ledger.totals().size() > MOST) {
      ledger.thin(objective.window().toMillis(), begun);
    }
  }

  /** The revision with the objectives that are missed since the incident began. */
  public Incident assess(Incident incident, Objectives named) {
    List<ObjectiveHit> hits = new ArrayList<>();
    for (Map.Entry<String, Ledger> entry : ledgers.entrySet()) {
      Objective objective = named.byId().get(entry.getKey());
      if (objective != null && incident.services().contains(objective.service())) {
        new Burn(objective, entry.getValue(), incident).hit().ifPresent(hits::add);
      }
    }
    hits.sort(WORST);
    return hits.isEmpty() ? incident : incident.hitting(hits, MoneyAtRisk.sum(hits));
  }

  /** True when what an open incident costs is worth another revision. */
  public boolean isNews(OpenIncident one, Instant now, Objectives named) {
    if (!one.isOpen()) {
      return false;
    }
    Incident later = one.last().again(one.last().revision(), now);
    return Impact.of(assess(later, named)).isNewsAfter(one.told());
  }

  /** True when nothing was spent. */
  public boolean isEmpty() {
    return ledgers.isEmpty();
  }
}
