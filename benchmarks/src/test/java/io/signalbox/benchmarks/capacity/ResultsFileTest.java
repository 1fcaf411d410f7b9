// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.detection.DetectFigure;
import io.signalbox.benchmarks.detection.FindMost;
import io.signalbox.benchmarks.detection.Pipeline;
import io.signalbox.benchmarks.runs.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {
  private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");
  private static final DetectFigure FIGURE =
      new DetectFigure(
          Pipeline.DETECT_ROCKSDB,
          10,
          100,
          1,
          60,
          1e6,
          1e6,
          1_000,
          0,
          0,
          6,
          500,
          new Checkpoints(1, 1, 1, 1, 1),
          List.of());

  @Test
  void whatABenchWritesIsReadAgain(@TempDir Path root) throws IOException {
    Path file = BenchResults.write(root, "detect-sweep", AT, Map.of(), List.of(FIGURE));

    ResultsFile read = ResultsFile.read(file);

    assertEquals(List.of(FIGURE), read.figures());
    assertEquals("20260105-080000-detect-sweep.json", read.source().file());
    assertEquals(Runtime.getRuntime().availableProcessors(), read.source().cores());
  }

  @Test
  void aFullHeapIsReadFromASearchForTheMost(@TempDir Path root) throws IOException {
    FindMost.Found found = new FindMost.Found(1_000_000, 1_000, 600, 1_100, "", List.of(FIGURE));
    Path file = BenchResults.write(root, "detect-most", AT, Map.of(), found);

    ResultsFile read = ResultsFile.read(file);

    assertEquals(0.6, read.heapFill(), 1e-9);
    assertEquals(1, read.figures().size());
  }

  @Test
  void otherFilesAreRefusedByName(@TempDir Path root) throws IOException {
    Path other = BenchResults.write(root, "jmh", AT, Map.of(), List.of());
    Path broken = Files.writeString(root.resolve("broken.json"), "{");
    for (Path file : List.of(other, broken, root.resolve("none.json"))) {
      var refused = assertThrows(IllegalArgumentException.class, () -> ResultsFile.read(file));
      assertTrue(String.valueOf(refused.getMessage()).contains(file.getFileName().toString()));
    }
  }

  @Test
  void aModelSurvivesItsFile(@TempDir Path root) throws IOException {
    Path file = BenchResults.write(root, "detect", AT, Map.of(), List.of(FIGURE));
    CapacityModel model = CapacityModel.fit(List.of(ResultsFile.read(file)));

    String json = BenchResults.json().writeValueAsString(model);

    assertEquals(model, BenchResults.json().readValue(json, CapacityModel.class));
    assertThrows(IllegalArgumentException.class, () -> CapacityModel.fit(List.of()));
  }
}
