// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What people said of incidents and did not take back. Of one incident the latest statement counts,
 * once; when it is taken back, the one before it does.
 */
public final class OpinionLog {
  private static final Comparator<Opinion> LATEST =
      Comparator.comparingLong(Opinion::atMs).thenComparing(opinion -> opinion.said().id());

  private final TreeMap<String, Opinion> byId = new TreeMap<>();
  private final TreeMap<String, Opinion> byIncident = new TreeMap<>();
  private Channels channels = Channels.NEUTRAL;

  /** All statements in force, by id. */
  public NavigableMap<String, Opinion> all() {
    return Collections.unmodifiableNavigableMap(byId);
  }

  /** Puts statements in place: restoring. */
  public void putAll(Collection<Opinion> opinions) {
    opinions.forEach(opinion -> byId.put(opinion.said().id(), opinion));
    settle();
  }

  /** What they come to. */
  Channels channels() {
    return channels;
  }

  /** The opinion that counts of an incident, or null when there is none. */
  @Nullable Opinion of(String incident) {
    return byIncident.get(incident);
  }

  /** Takes in an opinion; an id that is known already says nothing new. */
  void add(Opinion opinion) {
    if (byId.putIfAbsent(opinion.said().id(), opinion) == null) {
      settle();
    }
  }

  /** The one that was heard first; there must be one. */
  Opinion oldest() {
    return Collections.min(byId.values(), LATEST);
  }

  /** Takes one back. */
  void remove(Opinion opinion) {
    byId.remove(opinion.said().id());
    settle();
  }

  private void settle() {
    byIncident.clear();
    for (Opinion opinion : byId.values()) {
      byIncident.merge(
          opinion.said().incident(),
          opinion,
          (one, other) -> LATEST.compare(one, other) < 0 ? other : one);
    }
    channels = Channels.of(byIncident.values());
  }
}
