// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.simulator.Truth.Entry;
import io.signalbox.simulator.faults.FaultKind;
import io.signalbox.simulator.faults.FaultOrder;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomPlanTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 11, 12, 13, 14, 15})
  void faultsComeOneAfterTheOtherEachAtAnotherTarget(long seed) {
    SimulationOptions options = RandomPlan.of(seed, 6);
    assertTrue(options.services() >= 15 && options.services() <= 60);
    List<Entry> faults = faults(options);
    assertEquals(6, faults.size());
    for (int i = 1; i < faults.size(); i++) {
      Duration between = Duration.between(faults.get(i - 1).endedAt(), faults.get(i).startedAt());
      assertTrue(between.toMinutes() >= 3, between.toString());
    }
    long targets = options.faults().stream().map(FaultOrder::target).distinct().count();
    assertEquals(options.faults().size(), targets);
  }

  @Test
  void aSeedAlwaysMeansTheSameAndAnotherSomethingElse() {
    assertEquals(RandomPlan.of(4, 6), RandomPlan.of(4, 6));
    assertNotEquals(RandomPlan.of(4, 6).faults(), RandomPlan.of(5, 6).faults());
  }

  @Test
  void threeSystemsShowEachKindTwice() {
    Set<String> kinds = new HashSet<>();
    for (long seed = 1; seed <= 3; seed++) {
      faults(RandomPlan.of(seed, 6)).forEach(fault -> kinds.add(fault.kind()));
    }
    assertEquals(9, kinds.size());
  }

  @Test
  void aQuietSystemIsTheSameSystemWithoutFaults() {
    SimulationOptions quiet = RandomPlan.of(3, 0);
    assertTrue(quiet.faults().isEmpty());
    assertEquals(RandomPlan.of(3, 6).services(), quiet.services());
    assertEquals(RandomPlan.of(3, 6).duration(), quiet.duration());
  }

  private static List<Entry> faults(SimulationOptions options) {
    return Simulation.foretell(options).faults().stream()
        .filter(fault -> !fault.kind().equals(FaultKind.HARMLESS_DEPLOY.label()))
        .toList();
  }
}
