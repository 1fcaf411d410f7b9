// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShuffledAnswersTest {
  @Test
  void aModelThatIsSlowerAndAsGoodIsNoticedByAllAndNotByOutcomes(@TempDir Path folder)
      throws IOException {
    List<String> rows = new ArrayList<>(List.of("model_version,outcome,latency_s"));
    for (int i = 0; i < 120; i++) {
      rows.add((i < 60 ? "old," : "new,") + i % 2 + ',' + (i < 60 ? 5 + i % 7 : 15 + i % 7));
    }
    Path file = Files.write(folder.resolve("llmdrift_made.csv"), rows);
    List<ShuffledAnswers> found = ShuffledAnswers.of(file, 20, 1);

    ShuffledAnswers outcomes = found.get(0);
    assertEquals(List.of("outcome"), outcomes.channels());
    assertEquals(0, outcomes.early());
    assertEquals(0, outcomes.noticed());
    ShuffledAnswers all = found.get(1);
    assertEquals(List.of("outcome", "latency"), all.channels());
    assertEquals(0, all.early());
    assertEquals(1, all.noticed());
    assertTrue(all.meanDelay() < 20, all::toString);
  }
}
