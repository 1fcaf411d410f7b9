// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Shop;
import io.signalbox.simulator.world.World;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The agent does not find an end: it thinks in many more turns, each with a longer history. */
final class RunawayAgent extends Fault {
  private static final int TIMES = 10;

  private final Service agent;

  RunawayAgent(Window window, Service agent) {
    super(window, agent.name());
    this.agent = agent;
  }

  @Override
  public SortedSet<String> victims(World world) {
    return new TreeSet<>(List.of(Shop.ASSISTANT));
  }

  @Override
  public int turns(Service service, int usual, long at) {
    return service == agent && window().holds(at) ? usual * TIMES : usual;
  }
}
