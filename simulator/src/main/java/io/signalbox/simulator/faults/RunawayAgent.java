// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.Shop;
import io.signalbox.simulator.world.World;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The agent does not find an end: it thinks in many more turns, each with a longer history, and the
 * first case of the window goes on until someone stops it.
 */
final class RunawayAgent extends Fault {
  private static final int TIMES = 10;
  private static final long NOT_YET = Long.MIN_VALUE;

  private final Service agent;
  private long endless = NOT_YET;

  RunawayAgent(Window window, Service agent) {
    super(window, agent.name());
    this.agent = agent;
  }

  @Override
  public SortedSet<String> victims(World world) {
    return new TreeSet<>(List.of(Shop.ASSISTANT));
  }

  @Override
  public int turns(Service service, int usual, long begun, long at) {
    if (service != agent || !window().holds(begun)) {
      return usual;
    }
    if (endless == NOT_YET) {
      endless = begun;
    }
    if (begun == endless) {
      return window().holds(at) ? Integer.MAX_VALUE / 2 : usual;
    }
    return usual * TIMES;
  }
}
