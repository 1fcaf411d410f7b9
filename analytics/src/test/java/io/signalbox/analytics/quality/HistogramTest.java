// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistogramTest {
  private static final double[] TENTHS = {.1, .2, .3, .4, .5, .6, .7, .8, .9};

  private static Histogram of(SplittableRandom random, int values, double from, double to) {
    Histogram histogram = new Histogram(TENTHS);
    for (int i = 0; i < values; i++) {
      histogram.add(from + (to - from) * random.nextDouble());
    }
    return histogram;
  }

  @Property
  void partsInAnyOrderAreTheSameAsAllAtOnce(
      @ForAll @Size(min = 1, max = 200) List<Double> values, @ForAll long seed) {
    Histogram whole = new Histogram(TENTHS);
    values.forEach(whole::add);
    List<Double> shuffled = new java.util.ArrayList<>(values);
    Collections.shuffle(shuffled, new Random(seed));
    Histogram merged = new Histogram(TENTHS);
    int cut = shuffled.size() / 3;
    for (List<Double> part :
        List.of(shuffled.subList(cut, shuffled.size()), shuffled.subList(0, cut))) {
      Histogram some = new Histogram(TENTHS);
      part.forEach(some::add);
      merged.add(some);
    }
    assertArrayEquals(whole.counts(), merged.counts());
    assertEquals(whole.name(), merged.name());
    assertEquals(values.size(), merged.total());
  }

  @Test
  void theIndexExceedsWhatChanceGivesInOneOfTwentyCases() {
    int above = 0;
    int improbable = 0;
    int runs = 1_000;
    for (int run = 0; run < runs; run++) {
      SplittableRandom random = new SplittableRandom(run);
      HistogramDistance seen = HistogramDistance.of(of(random, 500, 0, 1), of(random, 400, 0, 1));
      above += seen.psi() > seen.psiByChance() ? 1 : 0;
      improbable += seen.pValue() < .05 ? 1 : 0;
    }
    assertTrue(above > 25 && above < 75, above + " of " + runs);
    assertTrue(improbable > 25 && improbable < 75, improbable + " of " + runs);
  }

  @Test
  void distancesAreThoseOfTheSharesBelowEachEdge() {
    Histogram old = new Histogram(new double[] {1, 3}, new long[] {50, 50, 0});
    Histogram now = new Histogram(new double[] {1, 3}, new long[] {0, 50, 50});
    HistogramDistance seen = HistogramDistance.of(old, now);
    assertEquals(.5, seen.ks(), 1e-12);
    assertEquals(.5 * 2, seen.wasserstein(), 1e-12);
    assertEquals(Math.sqrt(.5), seen.js(), 1e-12);
    assertTrue(seen.pValue() < 1e-20);
    HistogramDistance none = HistogramDistance.of(old, old);
    assertEquals(0, none.psi() + none.js() + none.ks() + none.wasserstein(), 1e-12);
    assertEquals(1, none.pValue(), 1e-12);
  }

  @Test
  void aSmallEffectIsCertainWhereThereAreManyValuesAndStaysSmall() {
    SplittableRandom random = new SplittableRandom(1);
    HistogramDistance seen =
        HistogramDistance.of(of(random, 200_000, 0, 1), of(random, 200_000, 0, 1.02));
    assertTrue(seen.pValue() < 1e-6 && seen.psi() > seen.psiByChance(), seen::toString);
    assertTrue(seen.psi() < .02 && seen.js() < .1, seen::toString);
  }

  @Test
  void edgesCutASampleIntoEqualParts() {
    double[] sample = new Random(1).doubles(1_000).toArray();
    double[] edges = Histogram.edgesOf(sample, 10);
    assertEquals(9, edges.length);
    Histogram all = new Histogram(edges);
    for (double value : sample) {
      all.add(value);
    }
    for (long count : all.counts()) {
      assertEquals(100, count);
    }
    assertEquals(1, Histogram.edgesOf(new double[] {7, 7, 7}, 10).length);
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    Histogram some = new Histogram(TENTHS);
    some.add(.5);
    Histogram other = new Histogram(new double[] {1});
    other.add(.5);
    assertThrows(IllegalArgumentException.class, () -> some.add(other));
    assertThrows(IllegalArgumentException.class, () -> HistogramDistance.of(some, other));
    assertThrows(
        IllegalArgumentException.class, () -> HistogramDistance.of(some, new Histogram(TENTHS)));
    assertThrows(IllegalArgumentException.class, () -> new Histogram(new double[] {2, 1}));
    assertNotEquals(some.name(), new Histogram(TENTHS).name());
  }
}
