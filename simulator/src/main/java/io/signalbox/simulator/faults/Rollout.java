// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;

/** Brings another version out, pod by pod, and tells everyone. */
final class Rollout {
  private Rollout() {}

  /**
   * Puts it down.
   *
   * @param kind {@code upgraded} or {@code rolledback}
   * @param pause from one pod to the next, nanoseconds
   */
  static void plan(
      Stage stage, Service service, String kind, String to, String from, long at, long pause) {
    String artifact = "shop/" + service.name();
    stage.at(at, () -> stage.announce(kind, service.name(), to, from, artifact, at));
    for (Pod pod : service.pods()) {
      long turn = at + (pod.slot() + 1) * pause;
      stage.at(turn, () -> pod.replace(to, turn));
    }
  }
}
