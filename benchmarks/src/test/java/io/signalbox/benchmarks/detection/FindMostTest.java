// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.benchmarks.runs.Checkpoints;
import io.signalbox.benchmarks.runs.Window;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindMostTest {
  private static final long HEAP = 1_000_000_000;
  private final List<Long> tried = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  /** A heap on which collectors take the more time the fuller it is. */
  private RunResult run(RunSpec spec, double bytesPerSeries) {
    tried.add(spec.allSeries());
    double live = spec.allSeries() * bytesPerSeries;
    double gc = live > 0.85 * HEAP ? 0.5 : 0.05;
    return RunResult.of(
        spec, 0, new Window(1_000, 1, 1, gc, 0, 0, 1), Checkpoints.of(List.of()), (long) live);
  }

  private FindMost.Found search(double bytesPerSeries) throws Exception {
    return new FindMost(spec -> run(spec, bytesPerSeries), DetectTableTest.SPEC, told::add)
        .search(HEAP, 100_000);
  }

  @Test
  void itGrowsByATenthUntilCollectorsTakeTooMuch() throws Exception {
    FindMost.Found found = search(1_000);
    assertEquals(List.of(100_000L, 700_000L, 770_000L, 847_000L, 931_700L), tried);
    assertEquals(847_000, found.series());
    assertEquals(931_700, found.refused());
    assertEquals(1_000, found.bytesPerSeries(), 1e-9);
    assertTrue(found.why().contains("50%"), found.why());
    assertEquals(4, found.tried().size());
  }

  @Test
  void aHeapThatIsTooSmallFromTheStartHoldsNothing() throws Exception {
    FindMost.Found found = search(10_000);
    assertEquals(0, found.series());
    assertEquals(100_000, found.refused());
  }

  @Test
  void aGuessThatIsTooHighIsTakenBack() throws Exception {
    FindMost.Found found =
        new FindMost(
                spec -> run(spec, spec.allSeries() > 600_000 ? 2_000 : 1_000),
                DetectTableTest.SPEC,
                told::add)
            .search(HEAP, 100_000);
    assertTrue(found.series() >= 500_000 && found.series() <= 600_000, told::toString);
    assertTrue(found.refused() > found.series());
  }

  @Test
  void nothingIsTriedTwiceBecauseServicesAreWhole() throws Exception {
    new FindMost(
            spec -> run(spec, spec.allSeries() > 650_000 ? 2_000 : 1_000),
            DetectTableTest.SPEC,
            told::add)
        .search(HEAP, 100_000);
    assertEquals(3, tried.size(), tried::toString);
  }
}
