// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Severity;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;

/**
 * Memory of every pod climbs to its limit, the container is killed, comes back and climbs again,
 * and stays away longer each time, until a repaired version is deployed.
 */
final class MemoryLeak extends Fault {
  private static final long SHORTEST_CLIMB = 30 * Origin.SECOND;
  private static final long LONGEST_CLIMB = 2_400 * Origin.SECOND;
  private static final long SHORTEST_ABSENCE = 10 * Origin.SECOND;
  private static final int MOST_DOUBLINGS = 2;
  private static final double SLOW_MS = 60;

  private final Service service;
  private final long climb;

  MemoryLeak(Window window, Service service) {
    super(window, service.name());
    this.service = service;
    this.climb = Math.max(SHORTEST_CLIMB, Math.min(LONGEST_CLIMB, window.length() / 4));
  }

  @Override
  public SortedSet<String> victims(World world) {
    return world.dependentsOf(node(), true);
  }

  @Override
  public void plan(Stage stage) {
    for (Pod pod : service.pods()) {
      long begin = window().from() + pod.slot() * climb / service.pods().size();
      stage.at(begin, () -> climb(stage, pod, begin, 0));
    }
    String repaired = Versions.nextPatch(service.version());
    String artifact = "shop/" + service.name();
    long to = window().to();
    stage.at(
        to,
        () -> {
          stage.announce("deployed", node(), repaired, service.version(), artifact, to);
          service.pods().forEach(pod -> pod.replace(repaired, to));
        });
  }

  @Override
  public double extraWorkMs(Pod pod, long at) {
    return pod.service() == service && pod.isShortOfMemory(at) ? SLOW_MS : 0;
  }

  private void climb(Stage stage, Pod pod, long from, int round) {
    long full = from + climb;
    pod.leak(from, full);
    if (full < window().to()) {
      stage.at(full, () -> fall(stage, pod, full, round));
    }
  }

  private void fall(Stage stage, Pod pod, long at, int round) {
    stage.lastWords(pod, "out of memory: container killed at its limit", at);
    String why = "Memory cgroup out of memory: killed process of container " + node();
    stage.write(pod, Line.cluster(Severity.WARN, "Pod", pod.name(), "OOMKilling", why), at);
    long back = at + (SHORTEST_ABSENCE << Math.min(round, MOST_DOUBLINGS));
    pod.restart(at, back);
    if (back < window().to()) {
      stage.at(back, () -> climb(stage, pod, back, round + 1));
    }
  }
}
