// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.benchmarks.load.MetricLoad;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeasuredRunITCase {
  private static RunSpec tiny(Pipeline pipeline) {
    return new RunSpec(pipeline, 4, 8, 10_000, 1, 200, 64, 16, 0, 1, 0.01, 1);
  }

  @ParameterizedTest
  @EnumSource
  void everyPipelineRuns(Pipeline pipeline) throws Exception {
    RunResult result = MeasuredRun.of(tiny(pipeline));

    assertTrue(result.pointsPerCpuSecond() > 0);
    assertTrue(result.window().points() > 0);
    assertTrue(result.scrapesBefore() >= 1);
    if (pipeline.stateful()) {
      assertTrue(result.checkpoints().count() >= 1);
      assertTrue(result.updatesPerCheckpoint() > 0);
    }
  }

  @Test
  void aRunInAJvmOfItsOwnSaysTheSame() throws Exception {
    List<String> told = new ArrayList<>();

    List<DetectFigure> figures =
        new DetectBench("256m", told::add)
            .run(tiny(Pipeline.DETECT_HEAP), List.of(Pipeline.SEND, Pipeline.DETECT_HEAP), 1);

    assertEquals(2, told.size());
    assertEquals(Pipeline.DETECT_HEAP, figures.get(1).pipeline());
    assertEquals(32, figures.get(1).allSeries());
    assertTrue(figures.get(1).checkpoints().fullMegabytes() > 0);
  }

  @Test
  void thePeerKeepsEverySeriesInItsStore(@TempDir Path folder) throws Exception {
    MetricLoad load = new MetricLoad(3, 8, MetricLoad.START_MS, 10_000);
    try (StreamsPeer peer = new StreamsPeer(folder)) {
      for (int i = 0; i < 300; i++) {
        long atMs = MetricLoad.START_MS + i / 3 * 10_000L;
        peer.take(load.request(i % 3, atMs));
      }
      assertEquals(24, peer.series());
      assertTrue(peer.unusual() < 24, peer.unusual() + " of 2400 points");
    }
  }

  @Test
  void theBaselineOfThePeersSeesAJump() {
    Ewma ewma = new Ewma();
    for (int i = 0; i < 200; i++) {
      assertFalse(ewma.add(10 + i % 3), "value " + i);
    }
    assertTrue(ewma.add(30));
  }
}
