// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.runs.ChildJvm;
import io.signalbox.benchmarks.runs.Collector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Runs pipelines one after the other, each in a JVM of its own, round after round. */
public final class DetectBench {
  private final String heap;
  private final Consumer<String> progress;

  /**
   * Makes a bench.
   *
   * @param heap of each run, such as 4g
   * @param progress told after each run
   */
  public DetectBench(String heap, Consumer<String> progress) {
    this.heap = heap;
    this.progress = progress;
  }

  /**
   * Measures.
   *
   * @param spec settings of all runs, its pipeline aside
   * @param pipelines what to run, in this order in every round
   * @return one figure for each pipeline, in that order
   */
  public List<DetectFigure> run(RunSpec spec, List<Pipeline> pipelines, int rounds)
      throws Exception {
    Map<Pipeline, List<RunResult>> results = new EnumMap<>(Pipeline.class);
    for (int round = 1; round <= rounds; round++) {
      for (Pipeline pipeline : pipelines) {
        RunResult result = one(spec.of(pipeline));
        results.computeIfAbsent(pipeline, missing -> new ArrayList<>()).add(result);
        progress.accept(
            String.format(
                Locale.ROOT,
                "round %d of %d, %s: %,.0f points per cpu-second",
                round,
                rounds,
                pipeline.title(),
                result.pointsPerCpuSecond()));
      }
    }
    List<DetectFigure> figures = new ArrayList<>();
    for (Pipeline pipeline : pipelines) {
      figures.add(DetectFigure.of(spec.of(pipeline), results.getOrDefault(pipeline, List.of())));
    }
    return figures;
  }

  /** One run. */
  public RunResult one(RunSpec spec) throws Exception {
    String input = BenchResults.json().writeValueAsString(spec);
    return BenchResults.json()
        .readValue(
            ChildJvm.run(MeasuredRun.class, Collector.THROUGHPUT, heap, input), RunResult.class);
  }
}
