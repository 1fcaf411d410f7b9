// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeReferenceTest {
  private static final long WINDOW = 600_000;

  private static ShapeWatch shape() {
    ShapeWatch shape = new ShapeWatch();
    for (int i = 0; i < ShapeWatch.FIRST; i++) {
      shape.add(i);
    }
    return shape;
  }

  /** By the definition: the sum of the windows that begin in the stretch, whichever there are. */
  @Property(tries = 200)
  void theReferenceIsOfTheWindowsOfTheStretchAlone(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int span,
      @ForAll @IntRange(max = 4) int gap) {
    SplittableRandom random = new SplittableRandom(seed);
    ShapeReference rolling = new ShapeReference(span * WINDOW, gap * WINDOW);
    ShapeWatch shape = shape();
    Histogram first = Objects.requireNonNull(shape.reference);
    List<Histogram> all = new ArrayList<>();
    for (int window = 0; window < 20; window++) {
      Histogram now = new Histogram(first.edges());
      for (int i = random.nextInt(4); i > 0; i--) {
        now.add(random.nextInt(100));
      }
      all.add(now);
      Histogram expected = new Histogram(first.edges());
      for (int i = Math.max(0, window - gap - span); i < window - gap; i++) {
        expected.add(all.get(i));
      }
      if (now.total() > 0) {
        Histogram found = rolling.of(shape, first, window * WINDOW);
        assertArrayEquals(
            (expected.total() == 0 ? first : expected).counts(), found.counts(), "of " + window);
        rolling.remember(shape, now, window * WINDOW, WINDOW);
        assertTrue(shape.past.size() <= span + gap, shape.past::toString);
      }
    }
  }

  @Test
  void aFrozenReferenceKeepsNothing() {
    ShapeWatch shape = shape();
    Histogram first = Objects.requireNonNull(shape.reference);
    ShapeReference.FROZEN.remember(shape, first, 0, WINDOW);
    assertTrue(shape.past.isEmpty());
    assertEquals(first, ShapeReference.FROZEN.of(shape, first, WINDOW));
  }

  @ParameterizedTest
  @CsvSource({"600000, 1", "900000, 0", "5400000, 0", "0, 600000", "-600000, 0"})
  void whatIsNotOfFewFullWindowsIsRefused(long spanMs, long gapMs) {
    ShapeReference reference = new ShapeReference(spanMs, gapMs);
    assertThrows(IllegalArgumentException.class, () -> reference.check(WINDOW));
  }

  @Test
  void aChangeOfHoursAgoIsUsualToARollingReferenceAndNotToAFrozenOne() {
    ShapeReference rolling = new ShapeReference(2 * WINDOW, WINDOW);
    ShapeWatch shape = shape();
    Histogram first = Objects.requireNonNull(shape.reference);
    List<Double> frozen = new ArrayList<>();
    List<Double> rolled = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int window = 0; window < 12; window++) {
      Histogram now = new Histogram(first.edges());
      for (int i = 0; i < 400; i++) {
        now.add(random.nextInt(100) + (window < 6 ? 0 : 25));
      }
      frozen.add(HistogramDistance.of(first, now).psi());
      rolled.add(HistogramDistance.of(rolling.of(shape, first, window * WINDOW), now).psi());
      rolling.remember(shape, now, window * WINDOW, WINDOW);
    }
    assertTrue(frozen.get(5) < .2 && rolled.get(5) < .1, rolled::toString);
    assertTrue(frozen.get(6) > .3 && rolled.get(6) > .3, "noticed at once by both");
    assertTrue(rolled.get(7) > .3, "the gap keeps the change out of the reference");
    assertTrue(frozen.get(11) > .3 && rolled.get(11) < .1, rolled::toString);
  }
}
