// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an incident after it was forgotten otherwise, and while it goes on.
 *
 * @param id of the incident
 * @param openedAt event time at which it was raised
 * @param updatedAt event time of its last revision
 * @param startedAt onset of the first evidence
 * @param resolvedAt when its last evidence ended; null while it is not over
 * @param signs episodes and runs of improbable values that it is made of
 * @param blames its suspects, likeliest first; never empty
 */
public record RememberedIncident(
    String id,
    Instant openedAt,
    Instant updatedAt,
    Instant startedAt,
    @Nullable Instant resolvedAt,
    int signs,
    List<Blame> blames) {
  private static final int MOST_BLAMES = 5;

  static RememberedIncident of(Incident incident, int signs) {
    return new RememberedIncident(
        incident.id(),
        incident.openedAt(),
        incident.updatedAt(),
        incident.startedAt(),
        incident.resolvedAt(),
        signs,
        incident.suspects().stream().limit(MOST_BLAMES).map(Blame::of).toList());
  }

  /** The node that was suspected first. */
  String service() {
    return blames.get(0).node();
  }

  @Nullable Blame blameOf(@Nullable String node) {
    return blames.stream()
        .filter(blame -> Objects.equals(blame.node(), node))
        .findFirst()
        .orElse(null);
  }
}
