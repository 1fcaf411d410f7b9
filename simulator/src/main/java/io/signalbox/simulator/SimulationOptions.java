// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator;

import io.signalbox.simulator.faults.FaultOrder;
import io.signalbox.simulator.world.Shop;
import io.signalbox.simulator.world.Worlds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What world is wanted. The same options always give the same bytes.
 *
 * @param services how many send telemetry, 10..100,000
 * @param rate mean requests per second that come in, above 0, at most 1,000,000
 * @param duration event time, a second to 400 days
 * @param start when it begins, 1971 to 2200
 * @param seed decides everything that is left to chance
 * @param faults what is to go wrong
 * @param vitals whether vital signs are read too: heap, pools, certificates, ...; always true with
 *     a fault whose story needs them
 * @param random whether it is a system left to chance instead of the shop
 */
public record SimulationOptions(
    int services,
    double rate,
    Duration duration,
    Instant start,
    long seed,
    List<FaultOrder> faults,
    boolean vitals,
    boolean random) {
  /** Services when nothing else is said: the whole shop. */
  public static final int SERVICES = Shop.WHOLE;

  /** Requests per second when nothing else is said. */
  public static final double RATE = 15;

  /** Event time when nothing else is said. */
  public static final Duration DURATION = Duration.ofHours(1);

  /** Beginning when nothing else is said, a Monday morning. */
  public static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  private static final double LARGEST_RATE = 1e6;
  private static final Duration LONGEST = Duration.ofDays(400);
  private static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the option that is out of range
   */
  public SimulationOptions {
    faults = List.copyOf(faults);
    vitals = vitals || faults.stream().anyMatch(fault -> fault.kind().needsVitals());
    require(
        services >= Shop.SMALLEST && services <= Worlds.LARGEST,
        "services must be " + Shop.SMALLEST + ".." + Worlds.LARGEST + ", not " + services);
    require(rate > 0 && rate <= LARGEST_RATE, "rate must be above 0, at most 1000000, not " + rate);
    require(
        duration.toSeconds() >= 1 && duration.compareTo(LONGEST) <= 0,
        "duration must be between 1s and 400d");
    require(
        start.isAfter(EARLIEST) && start.isBefore(LATEST),
        "start must lie between 1971 and 2200, not at " + start);
  }

  /** The shop, grown by tiers. */
  public SimulationOptions(
      int services,
      double rate,
      Duration duration,
      Instant start,
      long seed,
      List<FaultOrder> faults,
      boolean vitals) {
    this(services, rate, duration, start, seed, faults, vitals, false);
  }

  /** The shop; its vital signs are read only when a fault needs them. */
  public SimulationOptions(
      int services,
      double rate,
      Duration duration,
      Instant start,
      long seed,
      List<FaultOrder> faults) {
    this(services, rate, duration, start, seed, faults, false);
  }

  /** The whole shop for an hour, with these faults. */
  public static SimulationOptions shop(long seed, FaultOrder... faults) {
    return new SimulationOptions(SERVICES, RATE, DURATION, START, seed, List.of(faults));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
