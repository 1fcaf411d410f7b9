// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

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
      put(new Sighting(episode, known.seenMs()));
    }
    return true;
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
