// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

import io.signalbox.simulator.world.Step.PeerCall;
import io.signalbox.simulator.world.Step.ServiceCall;
import io.signalbox.simulator.world.World.Entrance;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many calls one request that comes in leads to, on a good day; agents and models are left out.
 *
 * @param nodes calls that a service or peer takes
 * @param edges calls that a service makes to another node, by {@code CALLER/CALLEE}
 */
public record Traffic(SortedMap<String, Double> nodes, SortedMap<String, Double> edges) {
  /** Follows requests through a world. */
  public static Traffic of(World world) {
    SortedMap<String, Double> nodes = new TreeMap<>();
    SortedMap<String, Double> edges = new TreeMap<>();
    IdentityHashMap<Operation, Double> served = new IdentityHashMap<>();
    double weights = world.entrances().stream().mapToDouble(Entrance::weight).sum();
    for (Entrance entrance : world.entrances()) {
      served.merge(entrance.operation(), entrance.weight() / weights, Double::sum);
    }
    List<Operation> operations = world.operations();
    for (int i = operations.size() - 1; i >= 0; i--) {
      Operation operation = operations.get(i);
      double calls = served.getOrDefault(operation, 0.0);
      String caller = operation.service().name();
      nodes.merge(caller, calls, Double::sum);
      for (Step step : operation.steps()) {
        if (step instanceof ServiceCall call) {
          double made = calls * call.chance();
          served.merge(call.callee(), made, Double::sum);
          edges.merge(caller + "/" + call.callee().service().name(), made, Double::sum);
        } else if (step instanceof PeerCall call) {
          double made = calls * call.chance();
          nodes.merge(call.peer().name(), made, Double::sum);
          edges.merge(caller + "/" + call.peer().name(), made, Double::sum);
        }
      }
    }
    return new Traffic(nodes, edges);
  }

  /** Calls of all nodes together. */
  public double total() {
    return nodes.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
