// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;

/** A service fails 15 to 75 % of its requests, by chance of the world, and nothing was changed. */
final class ErrorBurst extends Fault {
  private static final double LEAST = 0.15;
  private static final double RANGE = 0.6;

  private final Service service;
  private final double share;

  ErrorBurst(Window window, Service service, World world) {
    super(window, service.name());
    this.service = service;
    Dice dice = Dice.of(world.origin().seed(), service.name(), "errors-" + window.from());
    this.share = LEAST + RANGE * dice.unit();
  }

  @Override
  public SortedSet<String> victims(World world) {
    return world.dependentsOf(node(), true);
  }

  @Override
  public double errorShare(Pod pod, long at) {
    return pod.service() == service && window().holds(at) ? share : 0;
  }
}
