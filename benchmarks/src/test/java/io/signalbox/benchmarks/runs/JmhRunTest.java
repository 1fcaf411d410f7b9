// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JmhRunTest {
  private static final JmhRun.Effort TINY = new JmhRun.Effort(0, 0, 1, 0.01);

  @Test
  void aBenchmarkOfTheHotPathRuns() throws Exception {
    List<JmhRun> runs = JmhRun.all("SeriesTableBenchmark.draw", TINY);

    assertEquals(1, runs.size());
    assertEquals("SeriesTableBenchmark.draw", runs.get(0).benchmark());
    assertEquals(Map.of("series", "256"), runs.get(0).parameters());
    assertEquals("us/op", runs.get(0).unit());
    assertTrue(runs.get(0).score() > 0);
    assertTrue(JmhRun.lines(runs).get(1).contains("{series=256}"));
  }

  @Test
  void aPatternThatFindsNothingIsAnError() {
    var none =
        assertThrows(IllegalArgumentException.class, () -> JmhRun.all("NoSuchBenchmark", TINY));
    assertTrue(String.valueOf(none.getMessage()).contains("NoSuchBenchmark"), none.getMessage());
  }
}
