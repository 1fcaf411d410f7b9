// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.vitals.Reading;
import io.signalbox.simulator.vitals.Vital;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Severity;

/**
 * A consumer falls behind. As its batches grow it takes too long over them and is thrown out of its
 * group; each time the group is put together anew nobody consumes, and it falls behind faster.
 */
final class BacklogSpiral extends Fault {
  private static final double FIRST_PER_SECOND = 6;
  private static final double FASTER = 2.2;
  private static final double[] REBALANCES = {0.4, 0.6, 0.75};
  private static final long ABSENCE = 15 * Origin.SECOND;

  private final Service service;

  BacklogSpiral(Window window, Service service) {
    super(window, service.name());
    this.service = service;
  }

  @Override
  public void plan(Stage stage) {
    for (double part : REBALANCES) {
      long at = window().from() + (long) (part * window().length());
      stage.at(at, () -> rebalance(stage, at));
    }
  }

  @Override
  public double reading(Reading reading, double usual, long at) {
    if (!reading.is(Vital.LAG, node()) || !window().holds(at)) {
      return usual;
    }
    double behind = 0;
    double perSecond = FIRST_PER_SECOND;
    double begun = 0;
    double part = (at - window().from()) / (double) window().length();
    double seconds = window().length() / (double) Origin.SECOND;
    for (double rebalance : REBALANCES) {
      behind += perSecond * seconds * Math.max(0, Math.min(part, rebalance) - begun);
      perSecond *= FASTER;
      begun = rebalance;
    }
    return usual + behind + perSecond * seconds * Math.max(0, part - begun);
  }

  private void rebalance(Stage stage, long at) {
    String words =
        "Revoke previously assigned partitions orders-{n}: left the group, poll took too long";
    for (Pod pod : service.pods()) {
      stage.write(pod, Line.of(Severity.WARN, words), at);
    }
    Pod first = service.pods().get(0);
    stage.write(
        first,
        Line.cluster(
            Severity.WARN,
            "Pod",
            first.name(),
            "Unhealthy",
            "Liveness probe failed: consumer has left its group"),
        at);
    first.restart(at, at + ABSENCE);
  }
}
