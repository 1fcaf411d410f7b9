// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

class WorldsTest {
  private static final Origin ORIGIN = new Origin(1, 1_767_600_000_000_000_000L);

  @ParameterizedTest
  @ValueSource(ints = {10, 11, 12, 13, 14, 17, 18, 50, 1_000, 20_000})
  void aWorldHasAsManyServicesAsOrderedEachWithANameOfItsOwn(int services) {
    World world = Worlds.of(ORIGIN, services);
    assertEquals(services, world.services().size());
    Set<String> names = new HashSet<>();
    world.services().forEach(service -> names.add(service.name()));
    world.peers().forEach(peer -> names.add(peer.name()));
    assertEquals(services + world.peers().size(), names.size());
  }

  @Test
  void everythingCalledComesBeforeItsCallersSoThatNoCallGoesInCircles() {
    Set<Operation> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Operation operation : Worlds.of(ORIGIN, 500).operations()) {
      for (Step step : operation.steps()) {
        assertTrue(!(step instanceof ServiceCall call) || seen.contains(call.callee()));
      }
      seen.add(operation);
    }
  }

  @Test
  void aHubHasFarMoreCallersThanOthers() {
    World world = Worlds.of(ORIGIN, 1_012);
    assertTrue(world.directCallersOf("hub-00000").size() > 60);
    assertTrue(world.directCallersOf("data-00000").size() < 15);
  }

  @Test
  void loadIsLeastInTheNightAndMostInTheAfternoon() {
    long hour = 3_600 * Origin.SECOND;
    assertEquals(0.65, LoadCurve.at(3 * hour), 1e-9);
    assertEquals(1.35, LoadCurve.at(15 * hour), 1e-9);
    assertEquals(LoadCurve.at(5 * hour), LoadCurve.at((5 + 24 * 9) * hour), 1e-9);
  }

  @Test
  void aSayingIsFilledDifferentlyEachTimeAroundTheSameWords() {
    Dice dice = Dice.of(1, "test", "saying");
    List<String> said =
        List.of(
            Saying.fill("order {id} by {user}", dice), Saying.fill("order {id} by {user}", dice));
    assertTrue(said.stream().allMatch(text -> text.matches("order [0-9a-f]{16} by user-\\d+")));
    assertTrue(!said.get(0).equals(said.get(1)));
  }
}
