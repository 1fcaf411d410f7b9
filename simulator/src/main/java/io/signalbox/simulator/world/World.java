// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

import io.signalbox.simulator.world.Step.AgentLoop;
import io.signalbox.simulator.world.Step.ModelCall;
import io.signalbox.simulator.world.Step.PeerCall;
import io.signalbox.simulator.world.Step.ServiceCall;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is.
 *
 * @param origin where it begins
 * @param services all that send telemetry, the shop's first
 * @param peers all that send none
 * @param hosts machines that pods run on, sorted by name
 * @param operations all of them, each after those it calls
 * @param entrances where requests come in
 */
public record World(
    Origin origin,
    List<Service> services,
    List<Peer> peers,
    List<Host> hosts,
    List<Operation> operations,
    List<Entrance> entrances) {

  /**
   * Where requests come in.
   *
   * @param operation what is asked for
   * @param weight share of the requests, relative to the other entrances
   * @param feature part of the product
   */
  public record Entrance(Operation operation, double weight, String feature) {}

  /** The service of that name, or null. */
  public @Nullable Service service(String name) {
    return services.stream().filter(s -> s.name().equals(name)).findFirst().orElse(null);
  }

  /** The peer of that name, or null. */
  public @Nullable Peer peer(String name) {
    return peers.stream().filter(p -> p.name().equals(name)).findFirst().orElse(null);
  }

  /** The machine of that name, or null. */
  public @Nullable Host host(String name) {
    return hosts.stream().filter(h -> h.node().equals(name)).findFirst().orElse(null);
  }

  /** Names of the services that call this node themselves, sorted. */
  public SortedSet<String> directCallersOf(String node) {
    SortedSet<String> callers = new TreeSet<>();
    for (Operation operation : operations) {
      if (operation.steps().stream().flatMap(World::targets).anyMatch(node::equals)) {
        callers.add(operation.service().name());
      }
    }
    return callers;
  }

  /**
   * Names of the services that depend on this node, through any number of others, sorted.
   *
   * @param onlyCritical true to follow only calls whose failure makes the caller fail
   */
  public SortedSet<String> dependentsOf(String node, boolean onlyCritical) {
    Set<Operation> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    SortedSet<String> names = new TreeSet<>();
    for (Operation operation : operations) {
      if (operation.service().name().equals(node)) {
        reached.add(operation);
      } else if (operation.steps().stream()
          .filter(step -> step.critical() || !onlyCritical)
          .anyMatch(
              step ->
                  callees(step).anyMatch(reached::contains)
                      || targets(step).anyMatch(node::equals))) {
        reached.add(operation);
        names.add(operation.service().name());
      }
    }
    return names;
  }

  private static Stream<Operation> callees(Step step) {
    if (step instanceof ServiceCall call) {
      return Stream.of(call.callee());
    }
    return step instanceof AgentLoop loop
        ? Stream.of(loop.think().callee(), loop.tool().callee())
        : Stream.empty();
  }

  private static Stream<String> targets(Step step) {
    if (step instanceof PeerCall call) {
      return Stream.of(call.peer().name());
    }
    if (step instanceof ModelCall call) {
      return Stream.of(call.provider().name());
    }
    return callees(step).map(callee -> callee.service().name());
  }
}
