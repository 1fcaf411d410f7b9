// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.signals.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An incident as correlation tells it, with what is stated here and nothing else. */
final class Told {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final List<Evidence> evidence = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private String id = "inc-now";
  private String node = "cart";
  private IncidentStatus status = IncidentStatus.OPEN;
  private Instant startedAt = NOON;
  private Instant updatedAt = NOON;
  private List<String> services = List.of("cart", "web");

  Told id(String name) {
    id = name;
    return this;
  }

  Told about(String suspect, String... involved) {
    node = suspect;
    services = List.of(involved);
    return this;
  }

  Told between(Instant start, Instant now) {
    startedAt = start;
    updatedAt = now;
    return this;
  }

  Told resolvedAt(Instant at) {
    status = IncidentStatus.RESOLVED;
    updatedAt = at;
    return this;
  }

  Told reopened() {
    status = IncidentStatus.REOPENED;
    return this;
  }

  Told evidence(String kind, String subject) {
    double weight = 1.0 / (evidence.size() + 1);
    String said = kind + " of " + subject;
    evidence.add(new Evidence(kind, subject, NOON, said, 1, 0, 0.001, weight));
    return this;
  }

  Told change(String service, String kind, String version, String previous) {
    Instant at = NOON.minusSeconds(60);
    String name = "c" + changes.size();
    changes.add(new Change(name, at, "prod", service, kind, version, previous, "test", false));
    return this;
  }

  Incident incident() {
    return new Incident(
        id,
        1,
        status,
        "prod",
        startedAt,
        NOON,
        updatedAt,
        null,
        node + " fails",
        "major",
        services,
        List.of(new Suspect(node, "service", null, 1, 1, List.copyOf(evidence))),
        NOON,
        null,
        null,
        List.copyOf(changes),
        List.of(),
        List.of(),
        null,
        List.of(),
        1,
        null,
        null,
        List.of(),
        List.of());
  }
}
