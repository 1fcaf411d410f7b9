// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.vitals.Reading;
import io.signalbox.simulator.vitals.Vital;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Severity;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;

/**
 * Connections are not given back. In the first third of the window the pool runs empty; then
 * requests wait for a connection, first some and then most of them in vain, though the database is
 * as fast as ever.
 */
final class PoolExhaustion extends Fault {
  private static final double WAIT_MS = 350;
  private static final double ERRORS = 0.3;
  private static final double TIMEOUTS = 12;
  private static final long COMPLAINS = 20 * Origin.SECOND;
  private static final long PATIENCE = 30 * Origin.SECOND;

  private final Service service;
  private final long empty;

  PoolExhaustion(Window window, Service service) {
    super(window, service.name());
    this.service = service;
    this.empty = window.from() + window.length() / 3;
  }

  @Override
  public SortedSet<String> victims(World world) {
    return world.dependentsOf(node(), true);
  }

  @Override
  public void plan(Stage stage) {
    Line complaint =
        Line.of(Severity.ERROR, "timeout waiting for connection from pool, gave up after {ms} ms");
    for (Pod pod : service.pods()) {
      every(stage, empty + PATIENCE, COMPLAINS, at -> stage.write(pod, complaint, at));
    }
  }

  @Override
  public double extraWorkMs(Pod pod, long at) {
    return waits(pod.node(), at) ? WAIT_MS : 0;
  }

  @Override
  public double errorShare(Pod pod, long at) {
    return waits(pod.node(), at) ? ERRORS : 0;
  }

  @Override
  public double reading(Reading reading, double usual, long at) {
    if (!window().holds(at) || !reading.subject().node().equals(node())) {
      return usual;
    }
    boolean dry = at >= empty;
    return switch (reading.vital()) {
      case POOL_USED -> {
        double part = (at - window().from()) / (double) (empty - window().from());
        yield Math.min(Vital.POOL, usual + (Vital.POOL + 1) * Math.min(1, part));
      }
      case POOL_PENDING -> dry ? usual + 6 : usual;
      case POOL_TIMEOUTS -> waits(node(), at) ? usual + TIMEOUTS : usual;
      default -> usual;
    };
  }

  private boolean waits(String name, long at) {
    return name.equals(node()) && window().holds(at) && at >= empty + PATIENCE;
  }
}
