// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;

/**
 * What went over calls tells whether a caller in trouble suffers from its callee, and comes later
 * than what the two say of themselves.
 */
final class CallsToCome {
  /** What went over a call is known so long after it: a window and what is waited for answers. */
  private static final long TOLD_MS = 30_000;

  /** Of a callee that fails so many more requests than usual, its callers notice. */
  private static final double NOTICED = 0.1;

  /** Edges are told of no less often than that, and a little later than their calls. */
  private static final long LATELY_MS = 330_000;

  private CallsToCome() {}

  /**
   * True when calls from a caller to a callee that fails many requests are told to be as usual:
   * what troubles the caller comes from somewhere else.
   */
  static boolean belie(Topology topology, SceneNode callee, SceneNode caller, long nowMs) {
    EdgeHistory calls = topology.edge(caller.name, callee.name);
    long onsetMs = Math.max(callee.onsetMs(), caller.onsetMs());
    return calls != null
        && nowMs >= onsetMs + TOLD_MS
        && calls.lastEndMs >= onsetMs - LATELY_MS
        && !calls.isEventful()
        && callee.felt.stream().allMatch(CallsToCome::isNoticed);
  }

  private static boolean isNoticed(Episode episode) {
    return MetricReading.kindOf(episode) == EpisodeKind.ERRORS
        && episode.value() - episode.expected() >= NOTICED;
  }

  /**
   * Until when an event is not told because its root calls a hub in trouble, epoch milliseconds; 0
   * when it calls none. Without this wait a hub that fails would open an incident for each of its
   * callers: standing next to a hub says nothing.
   */
  static long untilMs(Scene scene, Group group, CorrelationSettings settings) {
    long untilMs = 0;
    for (String root : group.roots()) {
      SceneNode caller = scene.node(root);
      if (!caller.felt.isEmpty() && callsHubInTrouble(scene, caller, settings)) {
        untilMs = Math.max(untilMs, caller.onsetMs() + TOLD_MS);
      }
    }
    return untilMs;
  }

  private static boolean callsHubInTrouble(
      Scene scene, SceneNode caller, CorrelationSettings settings) {
    for (String name : scene.topology.callees(caller.name)) {
      SceneNode hub = scene.find(name);
      if (hub != null
          && scene.topology.callerCount(name) > settings.hubCallers()
          && hub.mayPassOnTo(caller, settings.slack().toMillis(), settings.near().toMillis())) {
        return true;
      }
    }
    return false;
  }
}
