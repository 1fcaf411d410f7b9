// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;

/** Calls from one service to another lose time on the way, while the callee is as fast as ever. */
final class SlowEdge extends Fault {
  private static final double EXTRA_MS = 250;

  private final String caller;

  SlowEdge(Window window, String caller, String callee) {
    super(window, callee);
    this.caller = caller;
  }

  @Override
  public String caller() {
    return caller;
  }

  @Override
  public SortedSet<String> victims(World world) {
    SortedSet<String> victims = world.dependentsOf(caller, false);
    victims.add(caller);
    return victims;
  }

  @Override
  public double extraWireMs(Service from, String callee, long at) {
    boolean slow = window().holds(at) && callee.equals(node()) && from.name().equals(caller);
    return slow ? EXTRA_MS : 0;
  }
}
