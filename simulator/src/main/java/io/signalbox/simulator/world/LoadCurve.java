// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

/** How busy the hour is: least at three in the morning, most at three in the afternoon, UTC. */
public final class LoadCurve {
  private static final long DAY = 86_400L * Origin.SECOND;
  private static final double SWING = 0.35;

  private LoadCurve() {}

  /** Load at that time as a multiple of the day's mean, 0.65..1.35. */
  public static double at(long atNs) {
    double hours = 24.0 * Math.floorMod(atNs, DAY) / DAY;
    return 1 + SWING * StrictMath.sin((hours - 9) * Math.PI / 12);
  }
}
