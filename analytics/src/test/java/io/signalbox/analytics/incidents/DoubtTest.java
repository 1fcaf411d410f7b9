// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.Suspicion;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Runs of improbable values. */
class DoubtTest {
  private static Suspicion at(int minute, double value) {
    Instant at = Instant.ofEpochSecond(60L * minute);
    return new Suspicion("prod", "cart", EpisodeKind.METRIC, "cpu", at, 8, 60_000, value, 10, 1);
  }

  @Test
  void aRunGoesOnWhileFewValuesAreMissing() {
    Doubt run = Doubt.of(at(1, 50)).and(at(2, 50)).and(at(5, 50));
    assertEquals(60_000, run.sinceMs());
    assertEquals(3, run.values());
  }

  @Test
  void afterAGapAnotherRunBegins() {
    assertEquals(360_000, Doubt.of(at(1, 50)).and(at(6, 50)).sinceMs());
  }

  @Test
  void aSeriesThatIsReadEachTenSecondsLastsNoLongerThanHalfAMinuteWithoutImprobableValues() {
    assertEquals(0, Doubt.of(second(0)).and(second(30)).sinceMs());
    assertEquals(40_000, Doubt.of(second(0)).and(second(40)).sinceMs());
  }

  private static Suspicion second(int second) {
    Instant at = Instant.ofEpochSecond(second);
    return new Suspicion("prod", "cart", EpisodeKind.DURATION, "p50", at, 8, 10_000, 50, 10, 1);
  }

  @Test
  void aRunThatBeganLongAfterATimeIsAnotherTrouble() {
    assertTrue(Doubt.of(at(6, 50)).isAnotherThan(60_000));
    assertFalse(Doubt.of(at(3, 50)).isAnotherThan(60_000));
  }

  @Test
  void whatDeviatesFourTimesAsMuchIsAnotherEvent() {
    assertEquals(120_000, Doubt.of(at(1, 20)).and(at(2, 50)).sinceMs());
  }

  @Test
  void eachValueBearsTheOthersOut() {
    Doubt one = Doubt.of(at(1, 50));
    assertTrue(one.and(at(2, 50)).evidence() > one.evidence());
  }

  @Test
  void theTwoDirectionsOfASeriesAreApart() {
    DoubtLog log = new DoubtLog();
    assertTrue(log.add(at(1, 50), 2));
    assertTrue(log.add(at(2, 0), 2));
    assertEquals(2, log.all().size());
    assertFalse(log.add(other(), 2));
  }

  private static Suspicion other() {
    return new Suspicion(
        "prod", "pay", EpisodeKind.METRIC, "cpu", Instant.EPOCH, 8, 60_000, 1, 10, 1);
  }
}
