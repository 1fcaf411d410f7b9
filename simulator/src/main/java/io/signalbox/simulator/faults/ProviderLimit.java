// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.World;
import java.util.SortedSet;

/** The model provider has had enough and refuses most calls with status 429. */
final class ProviderLimit extends Fault {
  private static final double REFUSED = 0.8;

  ProviderLimit(Window window, String provider) {
    super(window, provider);
  }

  @Override
  public SortedSet<String> victims(World world) {
    return world.dependentsOf(node(), true);
  }

  @Override
  public double refusedShare(String provider, long at) {
    return window().holds(at) && provider.equals(node()) ? REFUSED : 0;
  }
}
