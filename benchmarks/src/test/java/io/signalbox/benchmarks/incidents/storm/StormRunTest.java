// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.storm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StormRunTest {
  private static final StormSpec SMALL = new StormSpec(2000, 10_000, 400, 400, 2, 2, 1);

  @Test
  void everyCulpritOfASmallStormIsNamedFirstAndNoIncidentReachesTwiceAsFar() throws IOException {
    StormResult result = StormRun.of(SMALL);
    assertEquals(2, result.faults());
    assertEquals(2, result.culpritsFirst());
    assertTrue(result.reach() <= 2, () -> String.join("\n", result.lines()));
    assertTrue(result.reachOfTime() > result.reach());
    assertTrue(result.stateBytes() < 10_000 * 64);
  }

  @Test
  void graphAndStormAreAsOrdered() {
    StormNews story = new StormNews(SMALL);
    assertEquals(10_000, story.graph().size());
    assertEquals(400, story.graph().to(story.graph().hub()).length);
    for (Storm storm : story.storms()) {
      assertEquals(400, storm.episodes());
      List<String> culprits = storm.faults().stream().map(StormFault::culprit).toList();
      assertEquals(story.graph().name(story.graph().hub()), culprits.get(0));
    }
  }

  @Test
  void theLogOfIncidentsDoesNotHangOnTheOrderOfArrival() {
    ShuffledCore core = new ShuffledCore(new StormSpec(1000, 1200, 200, 150, 2, 2, 1));
    byte[] expected = core.log(0);
    assertTrue(expected.length > 1000);
    for (int seed = 1; seed <= 3; seed++) {
      assertArrayEquals(expected, core.log(seed));
    }
  }

  @Test
  void whatCannotBeBuiltIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new StormSpec(999, 10_000, 10, 100, 2, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> new StormSpec(1000, 999, 10, 100, 2, 2, 1));
    assertThrows(
        IllegalArgumentException.class, () -> new StormSpec(1000, 9999, 501, 100, 2, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> new StormSpec(1000, 9999, 10, 100, 1, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> new StormSpec(1000, 9999, 10, 100, 2, 0, 1));
  }
}
