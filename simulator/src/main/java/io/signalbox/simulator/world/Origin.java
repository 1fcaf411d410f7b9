// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

/**
 * Where a world begins.
 *
 * @param seed decides everything that is left to chance
 * @param startNs event time at which it begins, epoch nanoseconds
 */
public record Origin(long seed, long startNs) {
  /** Name of the only deployment environment. */
  public static final String ENVIRONMENT = "production";

  /** Nanoseconds in a second. */
  public static final long SECOND = 1_000_000_000L;

  /** Nanoseconds in a millisecond. */
  public static final long MILLI = 1_000_000L;
}
