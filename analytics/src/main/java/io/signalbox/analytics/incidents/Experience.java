// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.signals.Change;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What one environment has taught about incidents: what came of recommendations, what incidents
 * there were and are, what they have cost, and who owns what. Mutable.
 */
public final class Experience {
  private final OutcomeLog outcomes = new OutcomeLog();
  private final PastIncidents past = new PastIncidents();
  private final OpenIncidents open = new OpenIncidents();
  private final ImpactBook impacts = new ImpactBook();
  private final TreeMap<String, String> owners = new TreeMap<>();

  /** What came of recommendations. */
  public OutcomeLog outcomes() {
    return outcomes;
  }

  /** The last incidents that are over. */
  public PastIncidents past() {
    return past;
  }

  /** The incidents that can still change. */
  public OpenIncidents open() {
    return open;
  }

  /** What was spent of objectives. */
  public ImpactBook impacts() {
    return impacts;
  }

  /** Owners by service. */
  public NavigableMap<String, String> owners() {
    return Collections.unmodifiableNavigableMap(owners);
  }

  /**
   * Takes in who owns a service.
   *
   * @param change of kind {@link Change#OWNED}: the version is the owner, the previous version one
   *     that was
   */
  public void declare(Change change) {
    if (change.version() != null) {
      own(change.service(), change.version());
    } else if (change.previousVersion() != null) {
      owners.remove(change.service(), change.previousVersion());
    }
  }

  /** Puts an owner in place: restoring, and every declaration. */
  public void own(String service, String owner) {
    owners.put(service, owner);
  }

  /** Remembers an advised incident when it is over, and forgets one that is not. */
  void remember(Incident incident) {
    switch (incident.status()) {
      case RESOLVED -> past.add(PastIncident.of(incident));
      case REOPENED -> past.remove(incident.id());
      case OPEN, UPDATED, MERGED, SPLIT -> {}
    }
  }

  /** True when there is nothing worth remembering. */
  public boolean isEmpty() {
    return outcomes.kept().isEmpty()
        && outcomes.counted().isEmpty()
        && past.all().isEmpty()
        && open.all().isEmpty()
        && impacts.isEmpty()
        && owners.isEmpty();
  }
}
