// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.runs.ChildJvm;
import io.signalbox.benchmarks.runs.Collector;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** A wrong price is mended, on each backend in a JVM of its own. */
public final class RepricingBench {
  private final String heap;
  private final Consumer<String> progress;

  /**
   * A bench.
   *
   * @param heap of each run, such as 4g
   * @param progress told of each run
   */
  public RepricingBench(String heap, Consumer<String> progress) {
    this.heap = heap;
    this.progress = progress;
  }

  /** Runs each backend so often, alternately. */
  public List<RepricingResult> run(RepricingSpec spec, List<Backend> backends, int rounds)
      throws Exception {
    List<RepricingResult> results = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      for (Backend backend : backends) {
        String input = BenchResults.json().writeValueAsString(spec.on(backend));
        String output = ChildJvm.run(RepricingRun.class, Collector.THROUGHPUT, heap, input);
        RepricingResult result = BenchResults.json().readValue(output, RepricingResult.class);
        results.add(result);
        progress.accept(
            String.format(
                Locale.ROOT,
                "round %d of %d: %s: %,d charges corrected in %.1f s",
                round,
                rounds,
                backend,
                result.charges(),
                result.window().seconds()));
      }
    }
    return results;
  }

  /** The figures in words. */
  public static List<String> lines(List<RepricingResult> results) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%-8s %10s %8s %8s %10s %10s %20s %20s",
            "backend", "charges", "wall s", "cpu s", "postings", "rows", "as known", "correction"));
    for (RepricingResult one : results) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-8s %,10d %8.1f %8.1f %,10d %,10d %20s %20s",
              one.backend().name().toLowerCase(Locale.ROOT),
              one.charges(),
              one.window().seconds(),
              one.window().cpuSeconds(),
              one.postings(),
              one.rows(),
              one.asKnown(),
              one.correction()));
    }
    lines.add("the ledger as known is as before, and the corrections are what a batch finds");
    return lines;
  }
}
