// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.vitals.Reading;
import io.signalbox.simulator.vitals.Vital;
import io.signalbox.simulator.world.Operation;
import io.signalbox.simulator.world.Origin;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Severity;
import io.signalbox.simulator.world.Step;
import io.signalbox.simulator.world.Step.PeerCall;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;

/**
 * The cache of a service starts empty, and many requests at once fetch what it no longer has: the
 * database gets several times its queries and slows down, so that the cache fills no faster.
 */
final class CacheStampede extends Fault {
  private static final double QUERIES = 4.5;
  private static final double HITS_LEFT = 0.05;
  private static final double MISSED = 43;
  private static final double SLOW_MS = 90;

  private final Service service;
  private final String database;

  private CacheStampede(Window window, Service service, String database) {
    super(window, service.name());
    this.service = service;
    this.database = database;
  }

  static Fault make(Window window, String target, World world) {
    Service service = Targets.service(target, world);
    for (Operation operation : world.operations()) {
      if (operation.service() == service) {
        for (Step step : operation.steps()) {
          if (step instanceof PeerCall call && call.chance() < 1) {
            return new CacheStampede(window, service, call.peer().name());
          }
        }
      }
    }
    throw new IllegalArgumentException(target + " has no cache before a database");
  }

  @Override
  public SortedSet<String> victims(World world) {
    return world.dependentsOf(node(), true);
  }

  @Override
  public void plan(Stage stage) {
    long from = window().from();
    for (Pod pod : service.pods()) {
      stage.at(
          from,
          () ->
              stage.write(
                  pod, Line.of(Severity.WARN, "cache restarted empty after {ms} ms"), from));
    }
  }

  @Override
  public double queries(Pod pod, String peer, double usual, long at) {
    return hits(pod.node(), at) && peer.equals(database) ? usual * QUERIES : usual;
  }

  @Override
  public double extraWireMs(Service caller, String callee, long at) {
    return hits(caller.name(), at) && callee.equals(database) ? SLOW_MS : 0;
  }

  @Override
  public double reading(Reading reading, double usual, long at) {
    if (!window().holds(at)) {
      return usual;
    }
    if (reading.is(Vital.CACHE_HITS, node())) {
      return usual * HITS_LEFT;
    }
    if (reading.is(Vital.CACHE_MISSES, node())) {
      return usual + MISSED;
    }
    if (reading.is(Vital.CACHE_UPTIME, node())) {
      return (at - window().from()) / (double) Origin.SECOND;
    }
    boolean counted = reading.is(Vital.QUERIES, node()) && reading.detail().equals(database);
    return counted || reading.is(Vital.COMMITS, database) ? usual * QUERIES : usual;
  }

  private boolean hits(String name, long at) {
    return window().holds(at) && name.equals(node());
  }
}
