// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PatternRunITCase {
  private static PatternRunResult run(PatternEngine engine) throws Exception {
    List<Double> shares = List.of(0.05, 0.03, 0.02);
    return PatternRun.of(new PatternRunSpec(engine, 50, shares, 20_000, 0, 0, 10_000));
  }

  @Test
  void allEnginesTellTheSameMatches() throws Exception {
    PatternRunResult expected = run(PatternEngine.CEP_HEAP);
    assertTrue(expected.matches() > 100);
    for (PatternEngine engine :
        List.of(
            PatternEngine.HAND_HEAP,
            PatternEngine.OURS_HEAP,
            PatternEngine.OURS_ROCKSDB,
            PatternEngine.SIDDHI)) {
      PatternRunResult actual = run(engine);
      assertEquals(expected.matches(), actual.matches(), engine.title());
      assertEquals(expected.digest(), actual.digest(), engine.title());
    }
  }
}
