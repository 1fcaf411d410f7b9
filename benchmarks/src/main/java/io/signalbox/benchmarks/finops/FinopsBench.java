// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.runs.ChildJvm;
import io.signalbox.benchmarks.runs.Collector;
import io.signalbox.benchmarks.runs.Medians;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Pipelines in turn, each run in a JVM of its own, several rounds. */
public final class FinopsBench {
  private final String heap;
  private final Consumer<String> progress;

  /**
   * A bench.
   *
   * @param heap of each run, such as 4g
   * @param progress told of each run
   */
  public FinopsBench(String heap, Consumer<String> progress) {
    this.heap = heap;
    this.progress = progress;
  }

  /**
   * A pipeline.
   *
   * @param pipeline its name
   * @param perCpuSecond usages, the median of all rounds
   * @param spread greatest over least round, less 1
   * @param runs every round
   */
  public record Figure(
      String pipeline, double perCpuSecond, double spread, List<FinopsRunResult> runs) {}

  /** Runs all pipelines so often. */
  public List<Figure> run(FinopsRunSpec spec, List<FinopsPipeline> pipelines, int rounds)
      throws Exception {
    Map<FinopsPipeline, List<FinopsRunResult>> runs = new EnumMap<>(FinopsPipeline.class);
    for (int round = 1; round <= rounds; round++) {
      for (FinopsPipeline pipeline : pipelines) {
        FinopsRunResult result = one(spec.of(pipeline));
        runs.computeIfAbsent(pipeline, missing -> new ArrayList<>()).add(result);
        progress.accept(
            String.format(
                Locale.ROOT,
                "round %d of %d: %s: %,.0f usages per cpu-second",
                round,
                rounds,
                pipeline.title(),
                result.perCpuSecond()));
      }
    }
    List<Figure> figures = new ArrayList<>();
    runs.forEach(
        (pipeline, all) -> {
          double[] rates = all.stream().mapToDouble(FinopsRunResult::perCpuSecond).toArray();
          figures.add(new Figure(pipeline.title(), Medians.of(rates), Medians.spread(rates), all));
        });
    return figures;
  }

  private FinopsRunResult one(FinopsRunSpec spec) throws Exception {
    String input = BenchResults.json().writeValueAsString(spec);
    String output = ChildJvm.run(FinopsRun.class, Collector.THROUGHPUT, heap, input);
    return BenchResults.json().readValue(output, FinopsRunResult.class);
  }

  /** The figures in words. */
  public static List<String> lines(List<Figure> figures) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%-26s %14s %7s %12s %11s %9s",
            "pipeline", "usages/cpu-s", "spread", "checkpoints", "longest s", "state MB"));
    for (Figure figure : figures) {
      FinopsRunResult last = figure.runs().get(figure.runs().size() - 1);
      lines.add(
          String.format(
              Locale.ROOT,
              "%-26s %,14.0f %6.1f%% %12d %11.2f %,9.0f",
              figure.pipeline(),
              figure.perCpuSecond(),
              100 * figure.spread(),
              last.checkpoints().count(),
              last.checkpoints().longestSeconds(),
              last.checkpoints().fullMegabytes()));
    }
    return lines;
  }
}
