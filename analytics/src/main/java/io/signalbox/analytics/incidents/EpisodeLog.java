// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The latest revision of every episode that is open or was so a moment ago. */
public final class EpisodeLog {
  private final TreeMap<String, Sighting> byId = new TreeMap<>();

  /** All episodes by id. */
  public NavigableMap<String, Sighting> all() {
    return Collections.unmodifiableNavigableMap(byId);
  }

  /** Puts an episode in place: restoring. */
  public void put(Sighting sighting) {
    byId.put(sighting.episode().id(), sighting);
  }

  /**
   * Takes in one revision; one that is older than what is known is passed over.
   *
   * @return false when the episode is new and there is no room for it
   */
  boolean add(Episode episode, int maxEpisodes) {
    Sighting known = byId.get(episode.id());
    if (known == null) {
      if (byId.size() >= maxEpisodes) {
        return false;
      }
      put(new Sighting(episode, episode.updatedAt().toEpochMilli()));
    } else if (episode.revision() > known.episode().revision()) {
      put(new Sighting(begunAgain(episode, known.episode().startedAt()), known.seenMs()));
    }
    return true;
  }

  private static Episode begunAgain(Episode episode, Instant at) {
    return at.isAfter(episode.startedAt()) ? episode.begunAt(at) : episode;
  }

  /**
   * Open episodes of series that came back, after calm or silence that closed none, begin anew.
   *
   * @param returns series, as {@link DoubtLog#keyOf} has it, to when it came back
   */
  void beginAnew(Map<String, Instant> returns) {
    if (returns.isEmpty()) {
      return;
    }
    for (Sighting sighting : List.copyOf(byId.values())) {
      Episode episode = sighting.episode();
      Instant at = returns.get(DoubtLog.keyOf(episode));
      if (at != null && sighting.isOpen()) {
        put(new Sighting(begunAgain(episode, at), sighting.seenMs()));
      }
    }
  }

  /** The series of which episodes are open, as {@link DoubtLog#keyOf} has them. */
  Set<String> openSeries() {
    return byId.values().stream()
        .filter(Sighting::isOpen)
        .map(sighting -> DoubtLog.keyOf(sighting.episode()))
        .collect(Collectors.toSet());
  }

  /**
   * Forgets episodes that ended before a time, and those no one has spoken of since another.
   *
   * @param endedMs epoch milliseconds
   * @param spokenMs epoch milliseconds
   * @param needed ids of episodes that are kept though they ended
   */
  void forgetBefore(long endedMs, long spokenMs, Set<String> needed) {
    byId.values()
        .removeIf(
            sighting ->
                sighting.episode().updatedAt().toEpochMilli() < spokenMs
                    || (sighting.endMs() < endedMs && !needed.contains(sighting.episode().id())));
  }
}
