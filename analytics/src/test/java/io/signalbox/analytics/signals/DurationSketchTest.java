// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DurationSketchTest {
  @Test
  void nothingHasNoMiddle() {
    assertEquals(0, new DurationSketch().middle());
  }

  @Test
  void whereAllAreAlikeTheMiddleIsTheMedian() {
    DurationSketch sketch = sketch(60, 20_000, 0, 1);
    assertEquals(20_000, sketch.middle(), 0.02 * 20_000);
  }

  @Test
  void aFewMoreSlowCallsMoveTheMedianByFarButTheMiddleByLittle() {
    DurationSketch fewer = sketch(31, 5_000, 29, 120_000);
    DurationSketch more = sketch(29, 5_000, 31, 120_000);
    assertTrue(more.quantile(0.5) > 20 * fewer.quantile(0.5));
    assertTrue(more.middle() < 1.4 * fewer.middle());
  }

  @Test
  void aQuarterOfSlowCallsMovesNothing() {
    assertEquals(5_000, sketch(75, 5_000, 25, 900_000).middle(), 0.02 * 5_000);
  }

  @Property
  void theMiddleLiesBetweenTheQuartiles(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 9_000_000) Integer> micros) {
    DurationSketch sketch = new DurationSketch();
    micros.forEach(us -> sketch.add(DurationSketch.binOf(us), 1));
    assertTrue(sketch.middle() >= 0.98 * sketch.quantile(0.25) - 1);
    assertTrue(sketch.middle() <= 1.02 * sketch.quantile(0.76) + 1);
  }

  private static DurationSketch sketch(long fast, long fastUs, long slow, long slowUs) {
    DurationSketch sketch = new DurationSketch();
    sketch.add(DurationSketch.binOf(fastUs), fast);
    sketch.add(DurationSketch.binOf(slowUs), slow);
    return sketch;
  }
}
