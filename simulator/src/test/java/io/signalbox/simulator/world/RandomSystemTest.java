// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.simulator.world.Step.ServiceCall;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomSystemTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void everyServiceIsCalledOrCalledUponAndNoCallGoesInCircles(long seed) {
    World world = system(seed, 10 + 5 * (int) seed);
    assertEquals(10 + 5 * seed, world.services().size());
    Traffic traffic = Traffic.of(world);
    Set<String> names = new HashSet<>();
    world.services().forEach(service -> names.add(service.name()));
    world.peers().forEach(peer -> names.add(peer.name()));
    assertEquals(world.services().size() + world.peers().size(), names.size());
    world
        .services()
        .forEach(service -> assertTrue(traffic.nodes().getOrDefault(service.name(), 0.0) > 0));
    Set<Operation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Operation operation : world.operations()) {
      for (Step step : operation.steps()) {
        assertTrue(!(step instanceof ServiceCall call) || seen.contains(call.callee()));
      }
      seen.add(operation);
    }
  }

  @Test
  void seedsDecideNamesDepthAndWhoSendsNoTraces() {
    assertEquals(names(system(7, 40)), names(system(7, 40)));
    assertNotEquals(names(system(7, 40)), names(system(8, 40)));
    long untraced =
        system(7, 1_000).services().stream()
            .filter(service -> !service.habits().instrumentation().traced())
            .count();
    assertEquals(130, (double) untraced, 40);
  }

  private static World system(long seed, int services) {
    return Worlds.random(new Origin(seed, 1_767_600_000_000_000_000L), services);
  }

  private static List<String> names(World world) {
    return world.services().stream().map(Service::name).toList();
  }
}
