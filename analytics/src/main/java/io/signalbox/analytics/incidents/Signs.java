// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeGate;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.detection.Suspicion;
import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that speaks of trouble at one moment, by id: episodes, and runs of improbable values of
 * series that have none. How long each speaks hangs on how often its series does.
 */
final class Signs {
  /** Stands before the id of what is no episode. */
  private static final String DOUBT = "doubt-";

  private static final long LEAST_HOLD_MS = 30_000;
  private static final long EDGE_HOLD_MS = 90_000;
  private final Situation situation;

  private static final long MOST_RESOLUTION_MS = 600_000;
  private final long nowMs;
  private long resolutionMs;
  private final long lingerMs;
  private final TreeMap<String, Sighting> all = new TreeMap<>();
  private final TreeMap<String, Long> untilMs = new TreeMap<>();

  Signs(Situation situation, long nowMs) {
    this.nowMs = nowMs;
    this.situation = situation;
    this.lingerMs = situation.settings().linger().toMillis();
    NavigableMap<String, Doubt> doubts = situation.doubts().all();
    for (Sighting sighting : situation.episodes().all().values()) {
      Episode episode = sighting.episode();
      put(sighting, doubts.get(DoubtLog.keyOf(episode)));
    }
    doubts.values().forEach(this::put);
  }

  private void put(Sighting sighting, @Nullable Doubt doubt) {
    Episode episode = sighting.episode();
    if (MetricReading.isGood(episode)) {
      return;
    }
    long endMs = sighting.endMs();
    if (doubt != null) { // calm values close an episode, and are no sign
      long spokeMs = doubt.sinceMs() > endMs ? doubt.latestBeforeMs() : heldUntilMs(doubt);
      endMs = Math.min(endMs, spokeMs);
    } else if (sighting.isOpen() && Weight.isOfEdge(episode.kind()) && episode.peer() != null) {
      EdgeHistory edge = situation.topology().edge(episode.service(), episode.peer());
      if (edge != null && edge.lastEndMs > 0) {
        endMs = edge.lastEndMs + EDGE_HOLD_MS;
      }
    }
    put(
        sighting.isOpen() && doubt != null
            ? new Sighting(worsened(episode, doubt), sighting.seenMs())
            : sighting,
        endMs);
  }

  /** The episode as its latest run has it; what is much worse long after began anew with that. */
  private static Episode worsened(Episode episode, Doubt doubt) {
    double p = Math.min(episode.pValue(), StrictMath.exp(-doubt.evidence()));
    boolean again = doubt.isAnotherThan(episode.updatedAt().toEpochMilli());
    return new Episode(
        episode.id(),
        episode.revision(),
        episode.status(),
        episode.environment(),
        episode.service(),
        episode.kind(),
        episode.subject(),
        episode.peer(),
        again ? Instant.ofEpochMilli(doubt.sinceMs()) : episode.startedAt(),
        episode.updatedAt(),
        episode.endedAt(),
        EpisodeGate.score(p),
        p,
        episode.value(),
        episode.expected(),
        episode.lower(),
        episode.upper(),
        episode.support(),
        episode.reason());
  }

  private void put(Doubt doubt) {
    Suspicion worst = doubt.worst();
    double p = StrictMath.exp(-doubt.evidence());
    Episode episode =
        new Episode(
            DOUBT
                + worst.service()
                + "-"
                + worst.kind()
                + "-"
                + worst.subject()
                + (worst.isUp() ? "+" : "-")
                + doubt.sinceMs(),
            1,
            EpisodeStatus.OPEN,
            worst.environment(),
            worst.service(),
            worst.kind(),
            worst.subject(),
            null,
            Instant.ofEpochMilli(doubt.sinceMs()),
            Instant.ofEpochMilli(doubt.lastMs()),
            null,
            EpisodeGate.score(p),
            p,
            worst.value(),
            worst.expected(),
            worst.expected(),
            worst.expected(),
            worst.support(),
            "");
    if (!MetricReading.isGood(episode)) {
      put(new Sighting(MetricReading.of(episode), doubt.sinceMs()), heldUntilMs(doubt));
      if (doubt.lastMs() >= nowMs - heldMs(doubt)) {
        resolutionMs = Math.max(resolutionMs, Math.min(worst.intervalMs(), MOST_RESOLUTION_MS));
      }
    }
  }

  private void put(Sighting sighting, long endMs) {
    String id = sighting.episode().id();
    all.put(id, sighting);
    untilMs.put(id, endMs == Long.MAX_VALUE ? endMs : endMs + lingerMs);
  }

  private static long heldUntilMs(Doubt doubt) {
    return doubt.lastMs() + heldMs(doubt);
  }

  private static long heldMs(Doubt doubt) {
    long interval = doubt.worst().intervalMs();
    return Math.max(LEAST_HOLD_MS, interval + interval / 2);
  }

  /** How far apart values of the series that speak lie: no onset is known better, milliseconds. */
  long resolutionMs() {
    return resolutionMs;
  }

  /** True for a run of improbable values that is no episode. */
  static boolean isDoubt(Episode episode) {
    return episode.id().startsWith(DOUBT);
  }

  /** All of them, whether or not they still speak. */
  NavigableMap<String, Sighting> all() {
    return Collections.unmodifiableNavigableMap(all);
  }

  /** Until when a sign counts, epoch milliseconds; far in the future while it is open. */
  long untilMs(String id) {
    return untilMs.getOrDefault(id, Long.MIN_VALUE);
  }

  /** When it ended, epoch milliseconds; far in the future while it is open. */
  long endMs(String id) {
    long until = untilMs(id);
    return until == Long.MAX_VALUE ? until : until - lingerMs;
  }

  /** True while it has not ended, as far as can be told. */
  boolean isOpen(String id, long nowMs) {
    long until = untilMs(id);
    return until == Long.MAX_VALUE || until - lingerMs > nowMs;
  }
}
