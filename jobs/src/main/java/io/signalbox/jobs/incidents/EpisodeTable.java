// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.incidents.Incident;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Picks the episodes that belong to the telling of an incident. */
final class EpisodeTable {
  private EpisodeTable() {}

  /** The last revisions of episodes of involved nodes while it lasted, by their start. */
  static List<Episode> of(IncidentStory story, Collection<Episode> revisions) {
    TreeMap<String, Episode> last = new TreeMap<>();
    for (Episode episode : revisions) {
      if (belongs(story, episode)) {
        last.merge(episode.id(), episode, (a, b) -> a.revision() >= b.revision() ? a : b);
      }
    }
    return last.values().stream()
        .sorted(Comparator.comparing(Episode::startedAt).thenComparing(Episode::id))
        .toList();
  }

  private static boolean belongs(IncidentStory story, Episode episode) {
    Incident incident = story.last();
    Instant end = episode.endedAt() == null ? Instant.MAX : episode.endedAt();
    return episode.environment().equals(incident.environment())
        && incident.services().contains(episode.service())
        && !episode.startedAt().isAfter(story.endedAt())
        && !end.isBefore(incident.startedAt());
  }
}
