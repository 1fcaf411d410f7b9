// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.runs.ChildJvm;
import io.signalbox.benchmarks.runs.Collector;
import io.signalbox.benchmarks.runs.Window;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs pipelines one after the other, each in a JVM of its own, round after round.
 *
 * @param heap of each run, such as 4g
 * @param progress told after each run
 */
public record QualityBench(String heap, Consumer<String> progress) {
  /**
   * Measures.
   *
   * @param spec settings of all runs, the pipeline aside
   */
  public List<QualityFigure> run(QualityRunSpec spec, List<QualityPipeline> pipelines, int rounds)
      throws Exception {
    Map<QualityPipeline, List<Window>> windows = new EnumMap<>(QualityPipeline.class);
    for (int round = 1; round <= rounds; round++) {
      for (QualityPipeline pipeline : pipelines) {
        String input = BenchResults.json().writeValueAsString(spec.of(pipeline));
        Window window =
            BenchResults.json()
                .readValue(
                    ChildJvm.run(QualityRun.class, Collector.THROUGHPUT, heap, input),
                    Window.class);
        windows.computeIfAbsent(pipeline, none -> new ArrayList<>()).add(window);
        progress.accept(
            String.format(
                Locale.ROOT,
                "round %d of %d, %s: %,.0f events per cpu-second",
                round,
                rounds,
                pipeline,
                window.perCpuSecond()));
      }
    }
    List<QualityFigure> figures = new ArrayList<>();
    windows.forEach((pipeline, all) -> figures.add(figure(pipeline, all)));
    return figures;
  }

  private static QualityFigure figure(QualityPipeline pipeline, List<Window> rounds) {
    double[] rates = rounds.stream().mapToDouble(Window::perCpuSecond).sorted().toArray();
    return new QualityFigure(pipeline, rates[rates.length / 2], rounds);
  }

  /** The figures in words, the floor first. */
  public static List<String> lines(List<QualityFigure> figures) {
    List<String> lines = new ArrayList<>();
    lines.add("pipeline      events per cpu-second   us an event   of the floor");
    double floor = figures.isEmpty() ? 0 : figures.get(0).eventsPerCpuSecond();
    for (QualityFigure one : figures) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-10s %,24.0f %13.2f %13.0f %%",
              one.pipeline(),
              one.eventsPerCpuSecond(),
              1e6 / one.eventsPerCpuSecond(),
              100 * one.eventsPerCpuSecond() / floor));
    }
    return lines;
  }
}
