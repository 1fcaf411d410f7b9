// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

/**
 * Who calls a hub in trouble may suffer from it or not, and standing next to it says nothing. What
 * went over the calls will tell, and comes later than what the ends say of themselves. Without this
 * wait a hub that fails would open an incident for each of its callers.
 */
final class CallsToCome {
  /** What went over a call is known so long after it: a window and what is waited for answers. */
  private static final long TOLD_MS = 30_000;

  private CallsToCome() {}

  /** Until when an event is not told for that reason, epoch milliseconds; 0 when there is none. */
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
