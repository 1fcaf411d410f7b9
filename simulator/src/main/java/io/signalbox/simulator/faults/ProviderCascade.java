// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.faults;

import io.signalbox.simulator.world.Shop;
import io.signalbox.simulator.world.World;
import java.util.SortedSet;

/**
 * A model provider refuses most calls. Callers fall back on another one, whose limit was never
 * meant for all of them: after a quarter of the window it refuses, too.
 */
final class ProviderCascade extends Fault {
  private static final double REFUSED = 0.85;
  private static final double REFUSED_THEN = 0.55;

  ProviderCascade(Window window, String provider) {
    super(window, provider);
  }

  @Override
  public SortedSet<String> victims(World world) {
    return world.dependentsOf(node(), true);
  }

  @Override
  public double refusedShare(String provider, long at) {
    if (!window().holds(at)) {
      return 0;
    }
    boolean full = at >= window().from() + window().length() / 4;
    if (provider.equals(Shop.FALLBACK_PROVIDER)) {
      return full ? REFUSED_THEN : 0;
    }
    return provider.equals(node()) ? REFUSED : 0;
  }
}
