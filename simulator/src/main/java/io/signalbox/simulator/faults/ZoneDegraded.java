// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A switch of one zone drops packets: every instance there is slow and fails some requests, while
 * the same services are well in the other zones and no service is down as a whole.
 */
final class ZoneDegraded extends Fault {
  private static final double ERRORS = 0.3;
  private static final double SLOW_MS = 120;

  ZoneDegraded(Window window, String zone, World world) {
    super(window, zone);
    SortedSet<String> zones = new TreeSet<>();
    world.hosts().forEach(host -> zones.add(host.zone()));
    if (!zones.contains(zone)) {
      throw new IllegalArgumentException("there is no zone '" + zone + "' here; try " + zones);
    }
  }

  @Override
  public SortedSet<String> victims(World world) {
    SortedSet<String> victims = new TreeSet<>();
    for (Service service : world.services()) {
      if (service.pods().stream().anyMatch(this::isThere)) {
        victims.add(service.name());
      }
    }
    return victims;
  }

  @Override
  public double errorShare(Pod pod, long at) {
    return isThere(pod) && window().holds(at) ? ERRORS : 0;
  }

  @Override
  public double extraWorkMs(Pod pod, long at) {
    return isThere(pod) && window().holds(at) ? SLOW_MS : 0;
  }

  private boolean isThere(Pod pod) {
    return pod.zone().equals(node());
  }
}
