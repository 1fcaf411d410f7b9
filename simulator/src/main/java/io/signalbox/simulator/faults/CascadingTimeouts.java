// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;

/**
 * A service gets slower, its delay twice as long each 36th of the window: at first only its own
 * latency shows it, then that of its callers, then theirs, and in the end all of them time out.
 */
final class CascadingTimeouts extends Fault {
  private static final double FIRST_MS = 3;
  private static final double DOUBLINGS = 36;
  private static final double LAST_MS = 2_400;

  private final Service service;

  CascadingTimeouts(Window window, Service service) {
    super(window, service.name());
    this.service = service;
  }

  @Override
  public SortedSet<String> victims(World world) {
    return world.dependentsOf(node(), true);
  }

  @Override
  public double extraWorkMs(Pod pod, long at) {
    if (pod.service() != service || !window().holds(at)) {
      return 0;
    }
    double part = (at - window().from()) / (double) window().length();
    return Math.min(LAST_MS, FIRST_MS * StrictMath.pow(2, DOUBLINGS * part));
  }
}
