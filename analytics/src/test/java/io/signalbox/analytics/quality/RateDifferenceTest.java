// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RateDifferenceTest {

  /** Newcombe's first example: 56 of 70 against 48 of 80 gives 0.0524 to 0.3339. */
  @Test
  void theIntervalIsThatOfThePaper() {
    RateDifference difference = RateDifference.of(new Tally(80, 48), new Tally(70, 56));
    assertEquals(.2, difference.difference(), 1e-12);
    assertEquals(.0524, difference.lower(), 5e-5);
    assertEquals(.3339, difference.upper(), 5e-5);
  }

  @Test
  void theSameRateOnBothSidesIsNoEvidence() {
    RateDifference difference = RateDifference.of(new Tally(100, 20), new Tally(50, 10));
    assertEquals(1, difference.pValue(), 1e-6);
  }

  @Test
  void aSideWithoutEventsIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> RateDifference.of(Tally.NONE, new Tally(1, 1)));
  }
}
