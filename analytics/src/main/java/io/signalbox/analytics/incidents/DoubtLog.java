// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.Suspicion;
import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Runs of improbable values, by series. */
public final class DoubtLog {
  private final TreeMap<String, Doubt> bySeries = new TreeMap<>();

  /** All runs that are not forgotten. */
  public NavigableMap<String, Doubt> all() {
    return Collections.unmodifiableNavigableMap(bySeries);
  }

  /** Puts a run in place: restoring. */
  public void put(Doubt doubt) {
    bySeries.put(keyOf(doubt.worst()), doubt);
  }

  /**
   * Takes in one value.
   *
   * @return false when its series is new and there is no room for it
   */
  boolean add(Suspicion suspicion, int most) {
    String key = keyOf(suspicion);
    Doubt known = bySeries.get(key);
    if (known == null && bySeries.size() >= most) {
      return false;
    }
    bySeries.put(key, known == null ? Doubt.of(suspicion) : known.and(suspicion));
    return true;
  }

  /** True for a value that is improbable again after calm or silence. */
  boolean isReturn(Suspicion suspicion) {
    Doubt known = bySeries.get(keyOf(suspicion));
    return known != null && known.isOverBefore(suspicion);
  }

  /**
   * A new episode as its series knows it: what was not as usual before it was calm, or silent, is
   * no part of it.
   */
  Episode sinceLastCalm(Episode episode) {
    Doubt run = bySeries.get(keyOf(episode));
    return run != null && run.isAnotherThan(episode.startedAt().toEpochMilli())
        ? episode.begunAt(Instant.ofEpochMilli(run.sinceMs()))
        : episode;
  }

  /**
   * Forgets runs that ended before a time, epoch milliseconds.
   *
   * @param needed series that are kept: without its run an episode would seem to speak
   */
  void forgetBefore(long ms, Set<String> needed) {
    bySeries
        .entrySet()
        .removeIf(one -> one.getValue().lastMs() < ms && !needed.contains(one.getKey()));
  }

  /** The series that an episode is about. */
  static String keyOf(Episode episode) {
    return keyOf(
        episode.service(),
        MetricReading.kindOf(episode),
        MetricReading.seriesOf(episode),
        MetricReading.wasUp(episode));
  }

  static String keyOf(Suspicion suspicion) {
    return keyOf(suspicion.service(), suspicion.kind(), suspicion.subject(), suspicion.isUp());
  }

  /** The two directions of a series are apart: what came back down is not the fault. */
  private static String keyOf(String service, EpisodeKind kind, String subject, boolean up) {
    return service + '\u0001' + kind + '\u0001' + subject + '\u0001' + (up ? '+' : '-');
  }
}
