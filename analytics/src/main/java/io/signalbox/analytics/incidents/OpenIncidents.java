// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The incidents of an environment that can still change, as those hear of them who come after
 * correlation. Mutable.
 */
public final class OpenIncidents {
  private final TreeMap<String, OpenIncident> byId = new TreeMap<>();

  /** All of them, by id. */
  public Collection<OpenIncident> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  /** Puts one in place: restoring. */
  public void put(OpenIncident incident) {
    byId.put(incident.last().id(), incident);
  }

  /** Notes a revision that correlation wrote, and gives it the number it is told by. */
  public Incident note(Incident incident) {
    OpenIncident before = byId.get(incident.id());
    OpenIncident now =
        before == null ? new OpenIncident(incident, 0, Impact.NONE) : before.with(incident);
    if (incident.status() == IncidentStatus.MERGED) {
      byId.remove(incident.id());
    } else {
      put(now);
    }
    return incident.numbered(incident.revision() + now.added());
  }

  /**
   * The next revision of an incident that is open, of which something else is to be said.
   *
   * @return nothing when it is not open
   */
  public Optional<Incident> again(String id, Instant now) {
    OpenIncident known = byId.get(id);
    if (known == null || !known.isOpen()) {
      return Optional.empty();
    }
    OpenIncident next = known.oneMore();
    put(next);
    return Optional.of(next.last().again(next.last().revision() + next.added(), now));
  }

  /** Notes what the revision of an incident that is told says it costs. */
  public void told(Incident revision) {
    byId.computeIfPresent(revision.id(), (id, known) -> known.telling(Impact.of(revision)));
  }

  /** Forgets incidents that were told to be over longer ago than they could come back. */
  public void forget(Instant now, Duration reopen) {
    byId.values()
        .removeIf(one -> !one.isOpen() && one.last().updatedAt().isBefore(now.minus(reopen)));
  }

  /** Times at which they began, epoch milliseconds. */
  public NavigableSet<Long> begun() {
    TreeSet<Long> begun = new TreeSet<>();
    byId.values().forEach(one -> begun.add(one.last().startedAt().toEpochMilli()));
    return begun;
  }
}
