// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EpisodeGateTest {
  private static final EpisodeSubject SUBJECT =
      new EpisodeSubject("prod", "cart", EpisodeKind.METRIC, "load", null);
  private static final long T = 1_700_000_000_000L;

  private final EpisodeGate gate = new EpisodeGate();
  private GateSettings settings = new GateSettings(1e-4, 2, 1e-2, 2);

  private @Nullable Episode step(int second, double pValue) {
    return gate.step(SUBJECT, settings, new Observation(T + second * 1000L, pValue, 9, 5, 4, 6, 1));
  }

  @Test
  void itOpensAfterEnoughAbnormalObservationsWithTheFirstAsOnset() {
    assertNull(step(0, 1e-5));
    Episode opened = step(1, 1e-6);
    assertNotNull(opened);
    assertEquals(EpisodeStatus.OPEN, opened.status());
    assertEquals(T, opened.startedAt().toEpochMilli());
    assertEquals(1e-6, opened.pValue());
  }

  @Test
  void itWaitsForTheLeastTime() {
    settings = new GateSettings(1e-4, 2, 3000, 1e-2, 2);
    assertNull(step(0, 1e-5));
    assertNull(step(1, 1e-5));
    assertNull(step(2, 1e-5));
    assertNotNull(step(3, 1e-5));
  }

  @Test
  void aCalmObservationBetweenStartsOver() {
    step(0, 1e-5);
    step(1, 0.5);
    assertNull(step(2, 1e-5));
  }

  @Test
  void itClosesAfterEnoughCalmAndSaysMoreOnlyWhenClearlyWorse() {
    step(0, 1e-5);
    step(1, 1e-5);
    assertNull(step(2, 0.9e-5), "hardly worse");
    Episode worse = step(3, 1e-20);
    assertNotNull(worse);
    assertEquals(EpisodeStatus.UPDATED, worse.status());
    step(4, 0.5);
    assertNull(step(5, 1e-3), "neither calm nor abnormal");
    step(6, 0.5);
    Episode closed = step(7, 0.5);
    assertNotNull(closed);
    assertEquals(EpisodeStatus.CLOSED, closed.status());
    assertEquals(1e-20, closed.pValue());
    assertEquals(3, closed.revision());
    assertFalse(gate.isOpen());
  }
}
