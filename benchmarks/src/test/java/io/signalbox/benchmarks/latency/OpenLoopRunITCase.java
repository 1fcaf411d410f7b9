// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.jobs.EmbeddedFlink.Backend;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenLoopRunITCase {
  private static OpenLoopSpec tiny(long disorderMs) {
    return new OpenLoopSpec(
        Backend.HASHMAP, 4, 10, 1_000, disorderMs, 2, 200, 64, 16, 0.5, 1.5, 5, 5);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 500})
  void everyPointThatWasDueHasALatency(long disorderMs) throws Exception {
    OpenLoopSpec spec = tiny(disorderMs);

    OpenLoopResult result = OpenLoopRun.of(spec);

    assertTrue(result.complete());
    if (disorderMs == 0) {
      assertEquals(1_500.0, (double) result.recordedPoints(), 2);
    } else {
      assertTrue(result.recordedPoints() >= 1_000, "a second's end lies in the window");
    }
    assertTrue(result.p50() <= result.p99() && result.p99() <= result.max());
    assertEquals(5, result.updatesPerCheckpoint(), 1e-9);
    OpenLoopFigure figure = OpenLoopFigure.of(spec, List.of(result));
    assertEquals(2, OpenLoopFigure.lines(List.of(figure)).size());
  }

  @Test
  void aRateThatLeavesMillisecondsEmptyIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new OpenLoopSpec(Backend.HASHMAP, 1, 1, 999, 0, 1, 1, 1, 1, 1, 1, 1, 1));
  }
}
