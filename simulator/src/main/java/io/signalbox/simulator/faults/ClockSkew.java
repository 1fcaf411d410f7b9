// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.vitals.Reading;
import io.signalbox.simulator.vitals.Vital;
import io.signalbox.simulator.world.Host;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The clock of a machine is set back by most of a minute, and so is everything its pods say: their
 * answers seem to begin before they were asked for.
 */
final class ClockSkew extends Fault {
  private static final long BEHIND = 45 * Origin.SECOND;

  private final Host host;

  ClockSkew(Window window, Host host) {
    super(window, host.node());
    this.host = host;
  }

  @Override
  public SortedSet<String> victims(World world) {
    SortedSet<String> victims = new TreeSet<>();
    for (Service service : world.services()) {
      if (service.pods().stream().anyMatch(pod -> pod.host() == host)) {
        victims.add(service.name());
      }
    }
    return victims;
  }

  @Override
  public long clockShift(Host machine, long at) {
    return machine == host && window().holds(at) ? -BEHIND : 0;
  }

  @Override
  public double reading(Reading reading, double usual, long at) {
    return reading.is(Vital.CLOCK, node()) && window().holds(at)
        ? usual + BEHIND / (double) Origin.SECOND
        : usual;
  }
}
