// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

/** Makes worlds of any size, of a shop or by chance. */
public final class Worlds {
  /** Most services a world has. */
  public static final int LARGEST = 100_000;

  private Worlds() {}

  /**
   * The world with that many services: the shop, and tiers of services for the rest.
   *
   * @param services {@link Shop#SMALLEST}..{@link #LARGEST}
   */
  public static World of(Origin origin, int services) {
    WorldBuilder builder = new WorldBuilder(origin);
    Shop.addTo(builder, services);
    if (services > Shop.WHOLE) {
      Tiers.addTo(builder, origin, services - Shop.WHOLE);
    }
    return builder.build();
  }

  /**
   * A system left to chance; see {@link RandomSystem}.
   *
   * @param services {@link Shop#SMALLEST}..{@link #LARGEST}
   */
  public static World random(Origin origin, int services) {
    WorldBuilder builder = new WorldBuilder(origin);
    RandomSystem.addTo(builder, origin, services);
    return builder.build();
  }
}
