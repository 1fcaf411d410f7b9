// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.latency;

import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.runs.ChildJvm;
import io.signalbox.benchmarks.runs.Collector;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Runs at a fixed rate one after the other, each in a JVM of its own, round after round. */
public final class OpenLoopBench {
  private final String heap;
  private final Consumer<String> progress;

  /**
   * Makes a bench.
   *
   * @param heap of each run, such as 4g
   * @param progress told after each run
   */
  public OpenLoopBench(String heap, Consumer<String> progress) {
    this.heap = heap;
    this.progress = progress;
  }

  /** Measures each of these runs in every round; figures come in their order. */
  public List<OpenLoopFigure> run(List<OpenLoopSpec> specs, int rounds) throws Exception {
    Map<OpenLoopSpec, List<OpenLoopResult>> results = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      for (OpenLoopSpec spec : specs) {
        String input = BenchResults.json().writeValueAsString(spec);
        OpenLoopResult result =
            BenchResults.json()
                .readValue(
                    ChildJvm.run(OpenLoopRun.class, collectorOf(spec.backend()), heap, input),
                    OpenLoopResult.class);
        results.computeIfAbsent(spec, missing -> new ArrayList<>()).add(result);
        progress.accept(
            String.format(
                Locale.ROOT,
                "round %d of %d, %s: %s",
                round,
                rounds,
                spec.backend(),
                result.complete()
                    ? String.format(Locale.ROOT, "p99 %.1f ms", result.p99())
                    : "cannot keep up"));
      }
    }
    List<OpenLoopFigure> figures = new ArrayList<>();
    results.forEach((spec, all) -> figures.add(OpenLoopFigure.of(spec, all)));
    return figures;
  }

  /** That which docs/deploy.md advises. */
  private static Collector collectorOf(Backend backend) {
    return backend == Backend.HASHMAP ? Collector.CONCURRENT : Collector.DEFAULT;
  }
}
