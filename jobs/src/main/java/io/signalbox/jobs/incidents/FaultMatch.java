// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.incidents.Suspect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A known fault and the incident that tells of it.
 *
 * @param fault what happened
 * @param story the incident that names its culprit highest while it lasted, or null
 * @param rank place of the culprit among its suspects, from 1; 0 when it is not named
 */
record FaultMatch(KnownFault fault, @Nullable IncidentStory story, int rank) {
  /** What begins this long after a fault is over is not put down to it. */
  private static final Duration AFTERMATH = Duration.ofMinutes(3);

  static FaultMatch of(KnownFault fault, List<IncidentStory> stories) {
    IncidentStory best = null;
    int bestRank = 0;
    for (IncidentStory story : stories) {
      int rank = story.isMerged() || !overlaps(fault, story) ? 0 : rankIn(fault, story);
      if (rank > 0 && (bestRank == 0 || rank < bestRank)) {
        best = story;
        bestRank = rank;
      }
    }
    return new FaultMatch(fault, best, bestRank);
  }

  private static boolean overlaps(KnownFault fault, IncidentStory story) {
    Instant began = story.last().startedAt();
    return began.isBefore(fault.endedAt().plus(AFTERMATH))
        && !story.endedAt().isBefore(fault.startedAt());
  }

  private static int rankIn(KnownFault fault, IncidentStory story) {
    List<Suspect> suspects = story.last().suspects();
    for (int i = 0; i < suspects.size(); i++) {
      if (suspects.get(i).node().equals(fault.node())) {
        return i + 1;
      }
    }
    return 0;
  }

  /** How long after its begin the incident was raised, or null when none was. */
  @Nullable Duration detectedAfter() {
    return story == null ? null : Duration.between(fault.startedAt(), story.last().openedAt());
  }

  /** {@code found}, {@code rank 2}, ... or {@code missed}. */
  String verdict() {
    return rank == 0 ? "missed" : rank == 1 ? "found" : "rank " + rank;
  }
}
