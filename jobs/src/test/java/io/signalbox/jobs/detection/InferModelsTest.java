// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.signals.Change;
import io.signalbox.jobs.patterns.FoldRuns;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InferModelsTest {
  private static final long START_MS = 1_700_000_000_000L;
  private static final FoldRuns<ModelSighting, Change> RUNS =
      new FoldRuns<>(
          InferModels::new, ModelSighting::key, ModelSighting::foundMs, Change::toString);

  /**
   * Two services ask three times a second; both change their model after four minutes, of one it is
   * announced.
   */
  private static List<ModelSighting> seen() {
    List<ModelSighting> seen = new ArrayList<>();
    for (int i = 0; i < 1_200; i++) {
      long atMs = START_MS + i * 333L;
      String model = atMs < START_MS + 240_000 ? "gpt-4o" : "gpt-4o-mini";
      seen.add(new ModelSighting(atMs, "prod", "told", model, 0));
      seen.add(new ModelSighting(atMs, "prod", "untold", model, 0));
      if (i == 720) {
        seen.add(new ModelSighting(atMs, "prod", "told", "", START_MS + 240_000));
      }
    }
    return seen;
  }

  @Test
  void aChangeThatNobodyAnnouncedIsTheSameInAnyOrderAndOverRestarts() throws Exception {
    List<ModelSighting> seen = seen();
    List<String> found = RUNS.run(seen, 1);
    assertEquals(1, found.size(), found::toString);
    assertEquals(1, found.stream().filter(one -> one.contains("service=untold")).count());
    assertEquals(1, found.stream().filter(one -> one.contains("version=gpt-4o-mini")).count());
    for (long seed = 1; seed <= 3; seed++) {
      assertEquals(found, RUNS.run(RUNS.shuffled(seen, seed), 1_000 * seed));
    }
    assertEquals(found, RUNS.rescaled(seen));
  }
}
