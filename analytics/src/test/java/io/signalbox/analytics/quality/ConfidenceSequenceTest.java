// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidenceSequenceTest {
  private static final double RISK = 0.05;

  @ParameterizedTest
  @ValueSource(doubles = {.5, .9, .02})
  void theTrueRateIsHardlyEverLeftOutHoweverOftenOneLooks(double rate) {
    int runs = 500;
    int left = 0;
    for (int run = 0; run < runs; run++) {
      SplittableRandom random = new SplittableRandom(run);
      Tally tally = Tally.NONE;
      boolean out = false;
      for (int i = 1; i <= 1_000; i++) {
        tally = tally.with(random.nextDouble() < rate);
        out |= i % 5 == 0 && !ConfidenceSequence.of(tally, RISK).holds(rate);
      }
      left += out ? 1 : 0;
    }
    assertTrue(left <= RISK * runs, left + " of " + runs);
  }

  @Property
  void itHoldsTheObservedRateAndIsTheSameForHitsAndMisses(
      @ForAll @LongRange(min = 0, max = 2_000_000_000L) long hits,
      @ForAll @LongRange(min = 0, max = 2_000_000_000L) long misses) {
    Tally tally = new Tally(hits + misses, hits);
    Interval of = ConfidenceSequence.of(tally, RISK);
    Interval other = ConfidenceSequence.of(new Tally(hits + misses, misses), RISK);
    assertTrue(hits + misses == 0 || of.holds(tally.rate()), of::toString);
    assertTrue(of.lower() >= 0 && of.upper() <= 1);
    assertEquals(of.lower(), 1 - other.upper(), 1e-9);
    assertEquals(of.upper(), 1 - other.lower(), 1e-9);
  }

  @Test
  void itIsNotMuchWiderThanAnIntervalForOneLook() {
    Tally tally = new Tally(1_000, 900);
    Interval at = ConfidenceSequence.of(tally, RISK);
    double[] once = tally.interval();
    double wider = (at.upper() - at.lower()) / (once[1] - once[0]);
    assertTrue(wider > 1 && wider < 2, "times " + wider);
  }

  @Test
  void aDifferenceThatIsNoneIsHardlyEverFoundHoweverOftenOneLooks() {
    int runs = 1_000;
    int found = 0;
    int left = 0;
    for (int run = 0; run < runs; run++) {
      SplittableRandom random = new SplittableRandom(run);
      Tally before = draw(random, 200, .8);
      Tally after = Tally.NONE;
      boolean out = false;
      boolean gone = false;
      for (int i = 0; i < 400; i++) {
        after = after.plus(draw(random, 1, .8));
        RateComparison seen = RateComparison.of(before, after, RISK);
        out |= seen.nats() > Math.log(1 / RISK);
        gone |= !seen.interval().holds(0);
      }
      found += out ? 1 : 0;
      left += gone ? 1 : 0;
    }
    assertTrue(found <= RISK * runs, found + " found of " + runs);
    assertTrue(left <= RISK * runs, left + " left of " + runs);
  }

  @Test
  void aDifferenceIsFoundWithItsSize() {
    RateComparison seen = RateComparison.of(new Tally(1_000, 950), new Tally(60, 24), RISK);
    assertEquals(-0.55, seen.difference(), 1e-12);
    assertTrue(seen.interval().holds(-0.55) && seen.interval().upper() < -0.2);
    assertTrue(seen.nats() > 30, "nats " + seen.nats());
  }

  private static Tally draw(SplittableRandom random, int events, double rate) {
    Tally tally = Tally.NONE;
    for (int i = 0; i < events; i++) {
      tally = tally.with(random.nextDouble() < rate);
    }
    return tally;
  }
}
