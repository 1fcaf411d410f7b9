// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.vitals.Reading;
import io.signalbox.simulator.vitals.Vital;
import io.signalbox.simulator.world.Host;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Someone else takes the processors of a machine. First its containers are throttled; half a minute
 * later, when their queues have filled, all pods on it are slow, and none elsewhere.
 */
final class NoisyNeighbour extends Fault {
  private static final double STEAL = 0.42;
  private static final double THROTTLED = 70;
  private static final double SLOW_MS = 140;
  private static final long QUEUES_FILL = 30 * Origin.SECOND;

  private final Host host;

  NoisyNeighbour(Window window, Host host) {
    super(window, host.node());
    this.host = host;
  }

  @Override
  public SortedSet<String> victims(World world) {
    SortedSet<String> victims = new TreeSet<>();
    for (Service service : world.services()) {
      if (service.pods().stream().anyMatch(pod -> pod.host().equals(host))) {
        victims.add(service.name());
      }
    }
    return victims;
  }

  @Override
  public double extraWorkMs(Pod pod, long at) {
    boolean slow = pod.host().equals(host) && at >= window().from() + QUEUES_FILL;
    return slow && window().holds(at) ? SLOW_MS : 0;
  }

  @Override
  public double reading(Reading reading, double usual, long at) {
    if (!window().holds(at)) {
      return usual;
    }
    if (reading.is(Vital.STEAL, node())) {
      return usual + STEAL;
    }
    return reading.vital() == Vital.THROTTLED && reading.pod().host().equals(host)
        ? usual + THROTTLED
        : usual;
  }
}
