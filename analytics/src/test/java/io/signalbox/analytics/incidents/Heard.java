// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.time.Instant;
import java.util.List;

/** Revisions of incidents as a pager hears of them. */
final class Heard {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Heard() {}

  private static Recommendation advice() {
    RunbookStep step = new RunbookStep("Look.", "logs.read");
    RiskTier risk = RiskTier.READ_ONLY;
    return new Recommendation(
        "look", "Look at cart.", List.of(step), risk, "", "sre", "x.md", List.of(), 0.5, 0, null);
  }

  /** A revision that says nothing more than these. */
  static Incident revision(String id, int revision, IncidentStatus status, String severity) {
    boolean over = status == IncidentStatus.RESOLVED;
    return new Incident(
        id,
        revision,
        status,
        "prod",
        NOON,
        NOON.plusSeconds(5),
        NOON.plusSeconds(10L * revision),
        over ? NOON.plusSeconds(10L * revision - 1) : null,
        "cart fails 12 % of requests",
        severity,
        List.of("cart"),
        List.of(new Suspect("cart" + revision / 3, "service", null, 1, 1, List.of())),
        NOON,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        status == IncidentStatus.MERGED ? "inc-other" : null,
        List.of(advice()),
        1,
        null,
        null,
        List.of(),
        List.of());
  }
}
