// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;

/** A service answers later than its callers wait, so that they call again and multiply its load. */
final class RetryStorm extends Fault {
  private static final double EXTRA_MS = 1_600;

  private final Service service;

  RetryStorm(Window window, Service service) {
    super(window, service.name());
    this.service = service;
  }

  @Override
  public SortedSet<String> victims(World world) {
    return world.dependentsOf(node(), false);
  }

  @Override
  public double extraWorkMs(Pod pod, long at) {
    return pod.service() == service && window().holds(at) ? EXTRA_MS : 0;
  }
}
