// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.vitals.Reading;
import io.signalbox.simulator.vitals.Vital;
import io.signalbox.simulator.world.Host;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Severity;
import io.signalbox.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The clock of a machine is set back by most of a minute, and so is everything its pods say: their
 * answers seem to begin before they were asked for.
 */
final class ClockSkew extends Fault {
  private static final long NOTICED_AFTER = 20 * Origin.SECOND;
  private static final long BETWEEN = 7 * Origin.SECOND;
  private static final long BEHIND = 45 * Origin.SECOND;

  private final Host host;
  private final List<Pod> callers = new ArrayList<>();

  ClockSkew(Window window, Host host, World world) {
    super(window, host.node());
    this.host = host;
    SortedSet<String> there = victims(world);
    for (Service service : world.services()) {
      boolean calls =
          there.stream().anyMatch(s -> world.directCallersOf(s).contains(service.name()));
      service.pods().stream()
          .filter(pod -> calls && !pod.host().equals(host))
          .forEach(callers::add);
    }
    if (callers.isEmpty()) {
      throw new IllegalArgumentException("nobody elsewhere calls the services of " + host.node());
    }
  }

  @Override
  public final SortedSet<String> victims(World world) {
    SortedSet<String> victims = new TreeSet<>();
    for (Service service : world.services()) {
      if (service.pods().stream().anyMatch(pod -> pod.host().equals(host))) {
        victims.add(service.name());
      }
    }
    return victims;
  }

  /** Callers elsewhere notice that answers are dated before their questions. */
  @Override
  public void plan(Stage stage) {
    long notice = window().from() + NOTICED_AFTER;
    every(
        stage,
        notice,
        BETWEEN,
        at -> {
          Pod pod = callers.get((int) ((at - notice) / BETWEEN % callers.size()));
          String words = "clock skew: answer of a pod on " + node() + " is {n} s older than asked";
          stage.write(pod, Line.of(Severity.WARN, words, "server.address", node()), at);
        });
  }

  @Override
  public long clockShift(Host machine, long at) {
    return machine.equals(host) && window().holds(at) ? -BEHIND : 0;
  }

  @Override
  public double reading(Reading reading, double usual, long at) {
    return reading.is(Vital.CLOCK, node()) && window().holds(at)
        ? usual + BEHIND / (double) Origin.SECOND
        : usual;
  }
}
