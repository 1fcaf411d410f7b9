// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The last incidents of an environment that are over. Mutable. */
public final class PastIncidents {
  /** Incidents that are remembered. */
  static final int MOST = 200;

  private static final int NAMED = 3;
  private static final double LEAST_LIKENESS = 0.5;
  private static final Comparator<PastIncident> OLDEST =
      Comparator.comparingLong(PastIncident::resolvedMs).thenComparing(PastIncident::id);

  private final TreeMap<String, PastIncident> byId = new TreeMap<>();

  /** All that are remembered, by id. */
  public Collection<PastIncident> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  /** Remembers one, and forgets the oldest when there are too many. */
  public void add(PastIncident incident) {
    byId.put(incident.id(), incident);
    if (byId.size() > MOST) {
      byId.remove(Collections.min(byId.values(), OLDEST).id());
    }
  }

  /** Forgets one that turned out not to be over. */
  void remove(String id) {
    byId.remove(id);
  }

  /** Ids of the others that are most like one, the most alike first, of equals the latest. */
  List<String> like(PastIncident one) {
    return byId.values().stream()
        .filter(other -> !other.id().equals(one.id()) && one.likeness(other) >= LEAST_LIKENESS)
        .sorted(
            Comparator.comparingDouble((PastIncident other) -> -one.likeness(other))
                .thenComparing(OLDEST.reversed()))
        .limit(NAMED)
        .map(PastIncident::id)
        .toList();
  }
}
