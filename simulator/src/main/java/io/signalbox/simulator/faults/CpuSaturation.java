// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;

/** Something in a service uses up its processors, and what it answers has to wait for them. */
final class CpuSaturation extends Fault {
  private static final double BURNT = 0.9;
  private static final double WAIT_MS = 70;

  private final Service service;

  CpuSaturation(Window window, Service service) {
    super(window, service.name());
    this.service = service;
  }

  @Override
  public SortedSet<String> victims(World world) {
    return world.dependentsOf(node(), false);
  }

  @Override
  public double extraCpu(Pod pod, long at) {
    return holds(pod, at) ? BURNT : 0;
  }

  @Override
  public double extraWorkMs(Pod pod, long at) {
    return holds(pod, at) ? WAIT_MS : 0;
  }

  private boolean holds(Pod pod, long at) {
    return pod.service() == service && window().holds(at);
  }
}
