// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.simulator.SimulationOptions;
import io.signalbox.simulator.faults.EventSpan;
import io.signalbox.simulator.faults.FaultOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A simulated world in which one story unfolds.
 *
 * @param number of the story in the catalogue, 1..25
 * @param fault what goes wrong, and when
 * @param duration event time of the world
 */
public record Scenario(int number, FaultOrder fault, Duration duration) {
  private static final String[] STORIES = {
    "metastable-overload@25m+20m 55m",
    "retry-storm@25m+10m 45m",
    "cascading-timeouts@25m+15m 45m",
    "cache-stampede@25m+12m 45m",
    "memory-leak:ad@30m+3h 4h",
    "crash-loop@25m+14m 45m",
    "bad-deploy:payment@25m+12m 45m",
    "config-push@25m+12m 45m",
    "dependency-outage:shipping@25m+8m 45m",
    "telemetry-silence@25m+10m 45m",
    "noisy-neighbour@25m+12m 45m",
    "pool-exhaustion@25m+15m 45m",
    "disk-full@25m+30m 1h",
    "certificate-expiry@25m+12m 45m",
    "dns-failure@25m+10m 45m",
    "clock-skew@25m+12m 45m",
    "zone-degraded@25m+12m 45m",
    "backlog-spiral@30m+25m 1h",
    "failover-flapping@25m+14m 45m",
    "autoscaler-oscillation@25m+18m 50m",
    "provider-cascade@25m+14m 45m",
    "runaway-agent@25m+14m 45m",
    "quality-drop@25m+20m 50m",
    "rag-degradation@25m+20m 50m",
    "prompt-injection@25m+15m 45m"
  };

  /** One for each story of the catalogue, in its order. */
  public static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    for (String story : STORIES) {
      int space = story.indexOf(' ');
      all.add(
          new Scenario(
              all.size() + 1,
              FaultOrder.parse(story.substring(0, space)),
              EventSpan.parse(story.substring(space + 1))));
    }
    return all;
  }

  /** Kind of the fault, such as {@code dns-failure}. */
  public String label() {
    return fault.kind().label();
  }

  /** The world to simulate, its vital signs read. */
  public SimulationOptions world(long seed) {
    return new SimulationOptions(
        SimulationOptions.SERVICES,
        SimulationOptions.RATE,
        duration,
        SimulationOptions.START,
        seed,
        List.of(fault),
        true);
  }
}
