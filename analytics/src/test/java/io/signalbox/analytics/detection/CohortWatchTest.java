// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static io.signalbox.analytics.detection.Tape.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.signals.SpanCell;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CohortWatchTest {
  @Test
  void theVersionThatFailsBesideOneThatDoesNotIsFoundWithoutHistory() {
    Tape tape =
        new Tape()
            .spans(
                6, 300, s -> List.of(version("v9", s % 3 == 0 ? 1 : 0, 0), version("v10", 1, 1)));
    assertEquals(List.of("OPEN version=v10 40"), opens(tape));
    Episode open = tape.opened(EpisodeKind.COHORT).findFirst().orElseThrow();
    assertEquals(1, open.value());
    assertEquals(0, open.expected());
    assertTrue(open.reason().startsWith("Charge fails in 100.0 % of calls with version=v10"));
  }

  @Test
  void theEpisodeClosesWhenTheVersionIsWithdrawn() {
    Tape tape =
        new Tape()
            .spans(0, 120, s -> List.of(version("v9", 2, 0), version("v10", 2, 1)))
            .spans(120, 600, s -> List.of(version("v9", 4, 0)));
    List<String> told = tape.told(EpisodeKind.COHORT);
    assertTrue(told.get(told.size() - 1).startsWith("CLOSED version=v10"), told::toString);
    assertTrue(tape.episodes.get(tape.episodes.size() - 1).reason().startsWith("Charge fails"));
  }

  @Test
  void aZoneIsACohortToo() {
    Tape tape =
        new Tape()
            .spans(
                0,
                120,
                s ->
                    List.of(
                        Tape.cell("Get", 2, "v1", "a", 5, 0, 5_000),
                        Tape.cell("Get", 2, "v1", "b", 5, 3, 5_000),
                        Tape.cell("Get", 2, "v1", "c", 5, 0, 5_000)));
    assertEquals(1, tape.opened(EpisodeKind.COHORT).count());
    assertEquals("zone=b", tape.opened(EpisodeKind.COHORT).findFirst().orElseThrow().subject());
  }

  @Test
  void oneVersionAloneIsNoCohort() {
    Tape tape = new Tape().spans(0, 300, s -> List.of(version("v10", 5, 4)));
    assertEquals(List.of(), opens(tape));
  }

  @Test
  void versionsThatFollowEachOtherAreNotCompared() {
    Tape tape =
        new Tape()
            .spans(0, 150, s -> List.of(version("v9", 5, 0)))
            .spans(150, 300, s -> List.of(version("v10", 5, 5)));
    assertEquals(List.of(), opens(tape));
  }

  @Test
  void aMixThatShiftsWhileAllFailBlamesNoVersion() {
    Tape tape =
        new Tape()
            .spans(
                0,
                300,
                s ->
                    s < 150
                        ? List.of(version("v9", 18, 0), version("v10", 2, 0))
                        : List.of(version("v9", 2, 1), version("v10", 18, 9)));
    assertEquals(List.of(), opens(tape));
  }

  @Test
  void oneBurstOfFailuresIsNotEnough() {
    Tape tape =
        new Tape()
            .spans(
                0, 300, s -> List.of(version("v9", 20, 0), version("v10", 20, s == 100 ? 20 : 0)));
    assertEquals(List.of(), opens(tape));
  }

  @Test
  void versionsThatFailAlikeStayQuietForDays() {
    Random random = new Random(11);
    Tape tape = new Tape();
    tape.spans(
        0, 2 * 86_400, s -> List.of(draw(random, "v1"), draw(random, "v2"), draw(random, "v3")));
    assertEquals(List.of(), opens(tape));
  }

  private static SpanCell draw(Random random, String version) {
    return version(version, 2, random.doubles(2).filter(d -> d < 0.2).count());
  }

  private static List<String> opens(Tape tape) {
    return tape.told(EpisodeKind.COHORT).stream().filter(t -> t.startsWith("OPEN")).toList();
  }
}
