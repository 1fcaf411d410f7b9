// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.quality.Interval;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MeanSequenceTest {
  private static final double RISK = 0.05;

  @Test
  void theTrueMeanIsHardlyEverLeftOutHoweverOftenOneLooks() {
    leavesOut("even", .5, SplittableRandom::nextDouble);
    leavesOut("coins", .3, random -> random.nextDouble() < .3 ? 1 : 0);
    leavesOut("rare", .02, random -> random.nextDouble() < .02 ? 1 : 0);
    leavesOut("narrow", .5, random -> .5 + (random.nextBoolean() ? .01 : -.01));
  }

  private static void leavesOut(
      String name, double truth, ToDoubleFunction<SplittableRandom> draw) {
    int runs = 400;
    int left = 0;
    for (int run = 0; run < runs; run++) {
      SplittableRandom random = new SplittableRandom(run);
      double sum = 0;
      double squares = 0;
      boolean out = false;
      for (int i = 1; i <= 600; i++) {
        double value = draw.applyAsDouble(random);
        sum += value;
        squares += value * value;
        double mean = sum / i;
        double variance = Math.max(0, squares / i - mean * mean);
        out |= i % 5 == 0 && !MeanSequence.of(i, mean, variance, RISK).holds(truth);
      }
      left += out ? 1 : 0;
    }
    assertTrue(left <= RISK * runs, name + ": " + left + " of " + runs);
  }

  @Property
  void itHoldsTheObservedMeanAndNarrowsWithMoreOfTheSame(
      @ForAll @LongRange(min = 1, max = 1_000_000_000) long count,
      @ForAll @DoubleRange(min = 0, max = 1) double mean,
      @ForAll @DoubleRange(min = 0, max = 1) double part) {
    double variance = mean * (1 - mean) * part;
    Interval of = MeanSequence.of(count, mean, variance, RISK);
    Interval more = MeanSequence.of(2 * count, mean, variance, RISK);
    assertTrue(of.holds(mean) && of.lower() >= 0 && of.upper() <= 1, of::toString);
    assertTrue(more.upper() <= of.upper() && more.lower() >= of.lower(), more::toString);
  }

  /** 1.96 standard errors are for one look, without knowledge of a range. */
  @Test
  void itIsAtMostTwiceAsWideAsAnIntervalForOneLookWhereThereIsMuch() {
    Interval of = MeanSequence.of(10_000, .5, .01, RISK);
    double wider = (of.upper() - of.lower()) / (2 * 1.96 * .1 / 100);
    assertTrue(wider > 1 && wider < 2, "times " + wider);
  }

  @Test
  void rangesAreSaidByUnit() {
    Map<String, ValueRange> ranges = ValueRange.parse(List.of("EUR=-500..500.5", "*= 0..1"));
    assertEquals(
        new ValueRange(BigDecimal.valueOf(-500), new BigDecimal("500.5")), ranges.get("EUR"));
    ImpactSettings settings = new ImpactSettings(1_000, 1_000, 1_000, 1, ranges);
    assertEquals(new ValueRange(BigDecimal.ZERO, BigDecimal.ONE), settings.range(""));
    refused("EUR", "expected UNIT=LEAST..MOST or *=LEAST..MOST, found EUR");
    refused("EUR=a..b", "expected UNIT=LEAST..MOST or *=LEAST..MOST, found EUR=a..b");
    refused("EUR=1..1", "the most is to be above the least: EUR=1..1");
  }

  private static void refused(String text, String why) {
    var problem =
        assertThrows(IllegalArgumentException.class, () -> ValueRange.parse(List.of(text)));
    assertEquals(why, problem.getMessage());
  }
}
