// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.Suspicion;
import java.util.Collections;
import java.util.NavigableMap;
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

  /** Forgets runs that ended before a time, epoch milliseconds. */
  void forgetBefore(long ms) {
    bySeries.values().removeIf(doubt -> doubt.lastMs() < ms);
  }

  private static String keyOf(Suspicion suspicion) {
    return keyOf(suspicion.service(), suspicion.kind(), suspicion.subject(), suspicion.isUp());
  }

  /** The two directions of a series are apart: what came back down is not the fault. */
  static String keyOf(String service, EpisodeKind kind, String subject, boolean up) {
    return service + '\u0001' + kind + '\u0001' + subject + '\u0001' + (up ? '+' : '-');
  }
}
