// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;

class EdgeTailsTest {
  @Property
  void theShareTailIsTheSumOfTheBetaBinomialTerms(
      @ForAll @LongRange(min = 0, max = 60) long hits,
      @ForAll @LongRange(min = 0, max = 60) long misses,
      @ForAll @DoubleRange(min = 0.2, max = 300) double a,
      @ForAll @DoubleRange(min = 0.2, max = 300) double b) {
    long n = hits + misses;
    double sum = 0;
    for (long i = hits; i <= n; i++) {
      double log = CombinatoricsUtils.binomialCoefficientLog((int) n, (int) i);
      sum += Math.exp(log + Beta.logBeta(i + a, n - i + b) - Beta.logBeta(a, b));
    }
    double tail = EdgeTails.atLeast(hits, n, a, b);
    assertEquals(1, tail / sum, 1e-6);
  }

  @Property
  void moreTrialsThanAreToldApartAreJudgedByTheirShare(
      @ForAll @LongRange(min = 1, max = 9) long tenths) {
    double coarse = EdgeTails.atLeast(200 * tenths, 2000, 5, 195);
    assertEquals(coarse, EdgeTails.atLeast(200_000 * tenths, 2_000_000, 5, 195));
  }

  @Test
  void whatCannotBeIsNeverZero() {
    assertEquals(1e-300, EdgeTails.atLeast(2000, 2000, 0.5, 1e6));
    assertEquals(1, EdgeTails.atLeast(0, 2000, 0.5, 1e6));
  }

  @Property
  void theStudentTailIsThatOfEightDegreesOfFreedom(
      @ForAll @DoubleRange(min = -20, max = 20) double t) {
    double expected = new TDistribution(8).cumulativeProbability(-t);
    assertEquals(expected, EdgeTails.studentAtLeast(t), 1e-9);
    assertTrue(EdgeTails.studentAtLeast(1e6) > 0);
  }
}
