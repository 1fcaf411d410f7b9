// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeStatus;

/**
 * An episode as correlation knows it.
 *
 * @param episode its latest revision
 * @param seenMs event time at which it was first heard of, epoch milliseconds
 */
public record Sighting(Episode episode, long seenMs) {
  boolean isOpen() {
    return episode.status() != EpisodeStatus.CLOSED;
  }

  long startMs() {
    return episode.startedAt().toEpochMilli();
  }

  /** When it ended, epoch milliseconds; far in the future while it is open. */
  long endMs() {
    if (isOpen()) {
      return Long.MAX_VALUE;
    }
    return (episode.endedAt() == null ? episode.updatedAt() : episode.endedAt()).toEpochMilli();
  }
}
