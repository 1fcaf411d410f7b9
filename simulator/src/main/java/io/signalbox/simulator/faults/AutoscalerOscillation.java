// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.vitals.Reading;
import io.signalbox.simulator.vitals.Vital;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Severity;
import io.signalbox.simulator.world.World;
import java.util.List;
import java.util.SortedSet;

/**
 * An autoscaler without patience: with one pod a service is busy and slow, so it is scaled up; with
 * all pods it is idle, so three minutes later it is scaled down again.
 */
final class AutoscalerOscillation extends Fault {
  private static final long BETWEEN = 180 * Origin.SECOND;
  private static final long STARTS = 12 * Origin.SECOND;
  private static final double SLOW_MS = 45;

  private final Service service;
  private boolean small;

  AutoscalerOscillation(Window window, Service service) {
    super(window, service.name());
    this.service = service;
    if (service.pods().size() < 2) {
      throw new IllegalArgumentException(service.name() + " has one pod only");
    }
  }

  @Override
  public SortedSet<String> victims(World world) {
    return world.dependentsOf(node(), false);
  }

  @Override
  public void plan(Stage stage) {
    every(stage, window().from(), BETWEEN, at -> scale(stage, !small, at));
    stage.at(window().to(), () -> scale(stage, false, window().to()));
  }

  @Override
  public double extraWorkMs(Pod pod, long at) {
    return small && pod.service() == service ? SLOW_MS : 0;
  }

  @Override
  public double reading(Reading reading, double usual, long at) {
    return small && reading.is(Vital.DESIRED, node()) ? 1 : usual;
  }

  private void scale(Stage stage, boolean down, long at) {
    if (down == small) {
      return;
    }
    small = down;
    List<Pod> pods = service.pods();
    String before = Integer.toString(down ? pods.size() : 1);
    String after = Integer.toString(down ? 1 : pods.size());
    String why =
        "New size: "
            + after
            + "; reason: "
            + (down
                ? "All metrics below target"
                : "cpu resource utilization (percentage of request) above target");
    stage.write(
        pods.get(0),
        Line.cluster(Severity.INFO, "HorizontalPodAutoscaler", node(), "SuccessfulRescale", why),
        at);
    stage.announce("scaled", node(), after, before, "shop/" + node(), at);
    for (Pod pod : pods.subList(1, pods.size())) {
      pod.replace(pod.version(), down ? Long.MAX_VALUE : at + STARTS);
    }
  }
}
