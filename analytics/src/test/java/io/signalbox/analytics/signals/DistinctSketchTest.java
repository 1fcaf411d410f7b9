// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DistinctSketchTest {
  private static DistinctSketch of(List<Long> hashes) {
    return hashes.stream().reduce(DistinctSketch.EMPTY, DistinctSketch::plus, DistinctSketch::plus);
  }

  private static List<Long> random(long seed, int size) {
    List<Long> hashes = new ArrayList<>(size);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < size; i++) {
      hashes.add(random.nextLong());
    }
    return hashes;
  }

  @Property(tries = 200)
  void orderRepetitionAndPartsDoNotMatter(
      @ForAll @Size(max = 60) List<Long> hashes, @ForAll @IntRange(max = 60) int cut) {
    List<Long> mixed = new ArrayList<>(hashes);
    mixed.addAll(hashes);
    Collections.shuffle(mixed, new Random(cut));
    int at = Math.min(cut, hashes.size());
    DistinctSketch parts = of(hashes.subList(at, hashes.size())).plus(of(hashes.subList(0, at)));
    assertEquals(of(hashes), of(mixed));
    assertEquals(of(hashes), parts);
    assertEquals(parts, DistinctSketch.ofText(parts.toText()));
    assertEquals(parts, DistinctSketch.of(parts.entries()));
  }

  /** Four standard errors of 2.3 %; by seeds that are fixed, so it never fails by chance. */
  @Property(tries = 60)
  void itIsRightToAFewPercent(
      @ForAll @IntRange(max = 50) int seed, @ForAll @IntRange(min = 1, max = 40_000) int size) {
    List<Long> hashes = random(seed * 1_000_003L + size, size);
    int truth = new HashSet<>(hashes).size();
    assertEquals(truth, (double) of(hashes).count(), 1 + 4 * 0.023 * truth);
  }

  @Example
  void fewAreExactNoneIsEmptyAndMillionsFit() {
    assertEquals(0, DistinctSketch.EMPTY.count());
    assertEquals(3, of(random(1, 3)).count());
    assertEquals(1e6, (double) of(random(2, 1_000_000)).count(), 92_000);
    assertEquals("about 1", of(List.of(0L)).toString());
  }

  @Example
  void whatIsNoSketchIsRefused() {
    for (List<Integer> bad : List.of(List.of(32), List.of(33, 34), List.of(-1), List.of(1 << 20))) {
      assertThrows(IllegalArgumentException.class, () -> DistinctSketch.of(bad));
    }
    assertThrows(IllegalArgumentException.class, () -> DistinctSketch.ofText("no Base64"));
  }
}
