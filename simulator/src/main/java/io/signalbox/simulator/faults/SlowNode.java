// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Dice;
import io.signalbox.simulator.world.Pod;
import io.signalbox.simulator.world.Service;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;

/** A service, database or partner answers 40 to 400 ms later than usual, by chance of the world. */
final class SlowNode extends Fault {
  private static final double LEAST_MS = 40;
  private static final double RANGE = 10;

  private final double extraMs;
  private final boolean told;

  SlowNode(Window window, String node, World world) {
    super(window, node);
    Dice dice = Dice.of(world.origin().seed(), node, "slow-" + window.from());
    this.extraMs = LEAST_MS * StrictMath.pow(RANGE, dice.unit());
    this.told = world.service(node) != null;
  }

  @Override
  public SortedSet<String> victims(World world) {
    return world.dependentsOf(node(), false);
  }

  @Override
  public double extraWorkMs(Pod pod, long at) {
    return told && pod.node().equals(node()) && window().holds(at) ? extraMs : 0;
  }

  @Override
  public double extraWireMs(Service caller, String callee, long at) {
    return !told && callee.equals(node()) && window().holds(at) ? extraMs : 0;
  }
}
