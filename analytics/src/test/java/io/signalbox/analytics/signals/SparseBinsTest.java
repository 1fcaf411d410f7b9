// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SparseBinsTest {
  @Property
  void theOrderOfAddingMakesNoDifference(
      @ForAll List<@IntRange(min = 0, max = DurationSketch.BINS - 1) Integer> bins,
      @ForAll long seed) {
    SparseBins inOrder = of(bins);
    List<Integer> shuffled = new ArrayList<>(bins);
    Collections.shuffle(shuffled, new Random(seed));
    assertArrayEquals(inOrder.bins(), of(shuffled).bins());
    assertArrayEquals(inOrder.counts(), of(shuffled).counts());
  }

  @Property
  void theyHoldWhatTheDenseSketchHolds(
      @ForAll List<@IntRange(min = 0, max = DurationSketch.BINS - 1) Integer> bins) {
    DurationSketch expected = new DurationSketch();
    bins.forEach(bin -> expected.add(bin, 1));
    DurationSketch copy = new DurationSketch();
    copy.add(3, 5);
    of(bins).copyTo(copy);
    assertEquals(expected.total(), copy.total());
    for (int bin = 0; bin < DurationSketch.BINS; bin++) {
      assertEquals(expected.count(bin), copy.count(bin));
    }
  }

  private static SparseBins of(List<Integer> bins) {
    SparseBins sparse = new SparseBins();
    bins.forEach(bin -> sparse.add(bin, 1));
    return sparse;
  }
}
