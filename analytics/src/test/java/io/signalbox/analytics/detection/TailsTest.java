// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

class TailsTest {
  @Test
  void logGammaOfAWholeNumberIsTheLogarithmOfAFactorial() {
    double log = 0;
    for (int n = 1; n < 200; n++) {
      assertEquals(log, Tails.logGamma(n), 1e-13 * Math.max(1, log));
      log += StrictMath.log(n);
    }
    assertEquals(0.5 * StrictMath.log(StrictMath.PI), Tails.logGamma(0.5), 1e-14);
  }

  @Test
  void fisherCountsTheWaysToDealTheHits() {
    assertEquals(1.0 / 20, Tails.fisher(3, 3, 0, 3), 1e-15);
    assertEquals(10.0 / 20, Tails.fisher(2, 3, 1, 3), 1e-14);
    assertEquals(1, Tails.fisher(0, 5, 3, 5));
    assertEquals(1, Tails.fisher(0, 0, 0, 0));
  }

  @Property(tries = 300)
  void fisherIsTheTailOfTheHypergeometric(
      @ForAll @IntRange(min = 1, max = 200) int trials,
      @ForAll @IntRange(min = 1, max = 200) int others,
      @ForAll @IntRange(max = 100) int share,
      @ForAll @IntRange(max = 100) int otherShare) {
    int hits = trials * share / 100;
    int otherHits = others * otherShare / 100;
    double reference =
        new HypergeometricDistribution(null, trials + others, hits + otherHits, trials)
            .upperCumulativeProbability(hits);
    boolean higher = hits * others > otherHits * trials;
    double expected = higher ? reference : 1;
    assertEquals(expected, Tails.fisher(hits, trials, otherHits, others), 1e-9 * expected + 1e-13);
  }

  @Test
  void aUniformShareMakesEveryNumberOfHitsAlikeProbable() {
    assertEquals(4.0 / 11, Tails.betaBinomial(7, 10, 1, 1), 1e-14);
    assertEquals(1.0 / 11, Tails.betaBinomial(10, 10, 1, 1), 1e-14);
    assertEquals(1, Tails.betaBinomial(5, 10, 1, 1));
  }

  @Property(tries = 100)
  void aStiffShareComesNearTheBinomial(
      @ForAll @IntRange(min = 10, max = 500) int trials,
      @ForAll @IntRange(min = 1, max = 10) int hits) {
    double reference =
        1 - new BinomialDistribution(null, trials, 0.01).cumulativeProbability(hits - 1);
    double expected = hits > trials * 0.01 ? reference : 1;
    assertEquals(expected, Tails.betaBinomial(hits, trials, 1e7, 99e7), 1e-4 * expected + 1e-12);
  }

  @Test
  void aShapeOfOneIsTheGeometricDistribution() {
    assertEquals(StrictMath.pow(0.75, 9), Tails.negativeBinomial(9, 3, 1), 1e-13);
  }

  @Test
  void aLargeShapeComesNearThePoisson() {
    double reference = 1 - new PoissonDistribution(7).cumulativeProbability(14);
    assertEquals(reference, Tails.negativeBinomial(15, 7, 1e8), 1e-6);
  }

  @Test
  void countsInTheMillionsKeepTheirPrecisionAndEnd() {
    assertEquals(
        StrictMath.pow(1e6 / (1e6 + 1), 3e6), Tails.negativeBinomial(3_000_000, 1e6, 1), 1e-7);
    double p = Tails.fisher(400_000, 1_000_000, 398_000, 1_000_000);
    assertTrue(p > 1e-3 && p < 3e-3, () -> "two standard errors and a bit, but p is " + p);
    assertEquals(1e-300, Tails.fisher(1_000_000, 1_000_000, 0, 1_000_000));
  }

  @Test
  void moreHitsAreNeverMoreProbable() {
    double before = 1;
    for (int hits = 0; hits <= 1000; hits++) {
      double p = Tails.betaBinomial(hits, 1000, 3, 297);
      assertTrue(p <= before && p > 0);
      before = p;
    }
  }
}
