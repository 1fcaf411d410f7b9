// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FamilyRuleTest {
  private static final int SEGMENTS = 10_000;

  @Test
  void thousandsOfSegmentsThatStayAsTheyAreGiveNoAlarm() {
    int alarms = 0;
    for (int segment = 0; segment < SEGMENTS; segment++) {
      SplittableRandom random = new SplittableRandom(segment);
      double rate = .02 + .96 * random.nextDouble();
      RateDetector detector = new RateDetector(rule(new Discoveries()));
      for (int i = 0; i < 300; i++) {
        alarms += detector.add(random.nextDouble() < rate) == null ? 0 : 1;
      }
    }
    assertEquals(0, alarms);
  }

  @Test
  void aSegmentThatChangesIsStillFound() {
    int found = 0;
    for (int segment = 0; segment < 100; segment++) {
      SplittableRandom random = new SplittableRandom(segment);
      RateDetector detector = new RateDetector(rule(new Discoveries()));
      for (int i = 0; i < 500; i++) {
        detector.add(random.nextDouble() < .95);
      }
      boolean noticed = false;
      for (int i = 0; i < 150; i++) {
        noticed |= detector.add(random.nextDouble() < .5) != null;
      }
      found += noticed ? 1 : 0;
    }
    assertEquals(100, found);
  }

  @Test
  void whatHasBeenFoundMakesTheNextEasierAndEachNewStartHarder() {
    Discoveries discoveries = new Discoveries();
    FamilyRule rule = rule(discoveries);
    double alone = rule.known(0);
    assertEquals(Math.log(3), rule.known(1) - alone, 1e-9);
    discoveries.found();
    assertEquals(Math.log(2), alone - rule.known(0), 1e-9);
    discoveries.lost();
    assertEquals(alone, rule.known(0));
  }

  @Test
  void evidenceThatOneOfManyGetsByChanceDoesNotSuffice() {
    Tally before = new Tally(500, 475);
    Tally after = new Tally(40, 20);
    double nats = after.evidenceAgainst(before);
    assertTrue(DriftSettings.DEFAULT.suffices(before, after, nats, 0));
    assertTrue(new FamilyRule(new Discoveries(), 1, .05).suffices(before, after, nats, 0));
    assertFalse(
        new FamilyRule(new Discoveries(), 1_000_000_000, .05).suffices(before, after, nats, 0));
  }

  @Test
  void aFamilyOfNoSegmentsIsNone() {
    assertThrows(IllegalArgumentException.class, () -> new FamilyRule(new Discoveries(), 0, .05));
    assertThrows(IllegalArgumentException.class, () -> new FamilyRule(new Discoveries(), 1, 1));
  }

  private static FamilyRule rule(Discoveries discoveries) {
    return new FamilyRule(discoveries, SEGMENTS, .05);
  }
}
