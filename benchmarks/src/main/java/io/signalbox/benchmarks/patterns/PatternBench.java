// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.runs.ChildJvm;
import io.signalbox.benchmarks.runs.Collector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Runs engines one after the other, each in a JVM of its own, round after round. */
public final class PatternBench {
  /** What all engines match to the end, so that their matches can be compared. */
  private static final int FEW_SERVICES = 200;

  private static final List<Double> MANY_FIT = List.of(0.05, 0.03, 0.01);
  private static final long ALL_EVENTS = 100_000;

  private final String heap;
  private final Consumer<String> progress;

  /**
   * Makes a bench.
   *
   * @param heap of each run, such as 4g
   * @param progress told after each run
   */
  public PatternBench(String heap, Consumer<String> progress) {
    this.heap = heap;
    this.progress = progress;
  }

  /**
   * Measures, and compares the matches of a smaller, denser load.
   *
   * @param spec settings of all runs, its engine aside
   * @return one figure for each engine, the floor first
   * @throws IllegalStateException when two engines do not tell the same matches
   */
  public List<PatternFigure> run(PatternRunSpec spec, List<PatternEngine> engines, int rounds)
      throws Exception {
    Map<PatternEngine, List<PatternRunResult>> results = new EnumMap<>(PatternEngine.class);
    for (int round = 1; round <= rounds; round++) {
      for (PatternEngine engine : engines) {
        PatternRunResult result = one(spec.of(engine));
        results.computeIfAbsent(engine, missing -> new ArrayList<>()).add(result);
        progress.accept(
            String.format(
                Locale.ROOT,
                "round %d of %d, %s: %,.0f events per cpu-second",
                round,
                rounds,
                engine.title(),
                result.eventsPerCpuSecond()));
      }
    }
    List<PatternFigure> figures = new ArrayList<>();
    for (PatternEngine engine : engines) {
      figures.add(figure(spec, engine, results.getOrDefault(engine, List.of())));
    }
    long answers =
        figures.stream()
            .map(PatternFigure::digest)
            .filter(sum -> !sum.isEmpty())
            .distinct()
            .count();
    if (answers > 1) {
      throw new IllegalStateException("the engines tell different matches: " + figures);
    }
    return figures;
  }

  private PatternFigure figure(
      PatternRunSpec spec, PatternEngine engine, List<PatternRunResult> runs) throws Exception {
    double[] rates = runs.stream().mapToDouble(PatternRunResult::eventsPerCpuSecond).toArray();
    java.util.Arrays.sort(rates);
    double median = rates.length == 0 ? 0 : rates[rates.length / 2];
    if (engine == PatternEngine.FLOOR || engine == PatternEngine.FLOOR_OF_SINGLE) {
      return new PatternFigure(engine.title(), median, runs, 0, "");
    }
    PatternRunResult all =
        one(
            new PatternRunSpec(
                engine, FEW_SERVICES, MANY_FIT, ALL_EVENTS, 0, 0, spec.checkpointMs()));
    progress.accept(engine.title() + ": " + all.matches() + " matches, digest " + all.digest());
    return new PatternFigure(engine.title(), median, runs, all.matches(), all.digest());
  }

  private PatternRunResult one(PatternRunSpec spec) throws Exception {
    String input = BenchResults.json().writeValueAsString(spec);
    return BenchResults.json()
        .readValue(
            ChildJvm.run(PatternRun.class, Collector.THROUGHPUT, heap, input),
            PatternRunResult.class);
  }

  /** The figures in words. */
  public static List<String> lines(List<PatternFigure> figures) {
    return PatternFigure.lines(figures);
  }
}
