// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Service;

/** A new version rolls out, pod by pod, and nothing goes wrong: whoever blames it is mistaken. */
final class HarmlessDeploy extends Fault {
  private static final long PAUSE = 8 * Origin.SECOND;

  private final Service service;

  HarmlessDeploy(Window window, Service service) {
    super(window, service.name());
    this.service = service;
  }

  @Override
  public void plan(Stage stage) {
    String from = service.version();
    String to = Versions.nextPatch(from);
    Rollout.plan(stage, service, "upgraded", to, from, window().from(), PAUSE);
  }
}
