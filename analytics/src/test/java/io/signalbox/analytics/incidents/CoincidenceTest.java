// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CoincidenceTest {
  private static Coincidence of(Play play) {
    List<Sighting> sightings =
        play.items().stream()
            .map(item -> Objects.requireNonNull(item.episode()))
            .map(episode -> new Sighting(episode, episode.updatedAt().toEpochMilli()))
            .toList();
    return new Coincidence(sightings, CorrelationSettings.DEFAULT);
  }

  private static Play restarted(int second) {
    return new Play()
        .metric("shipping", "k8s.container.restarts", second, -1)
        .metric("shipping", "process.memory.rss", second, -1)
        .metric("shipping", "jvm.threads.count", second, -1);
  }

  @Test
  void severalFamiliesThatBeginTogetherAreEnough() {
    long ripeMs = of(restarted(400).duration("checkout", 430, -1, 4)).ripeMs();
    assertEquals(Play.at(440).toEpochMilli(), ripeMs);
  }

  @Test
  void whatIsLeftFromSomethingElseAddsNothing() {
    Coincidence coincidence = of(restarted(0).duration("checkout", 430, -1, 4));
    assertEquals(OpeningRule.NEVER, coincidence.ripeMs());
    assertTrue(coincidence.holds());
  }

  @Test
  void withoutAnyoneWhoFeelsItNothingIsEnough() {
    assertEquals(OpeningRule.NEVER, of(restarted(400)).ripeMs());
  }
}
