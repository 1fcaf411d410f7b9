// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.patterns.DifferentialResult;
import io.signalbox.benchmarks.patterns.DifferentialRun;
import io.signalbox.benchmarks.patterns.PatternCases;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the two engines of failure patterns. */
@Command(
    name = "patterns",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Matches patterns in which every word of the language occurs on random traces, by the"
          + " automaton",
      "of the jobs and by the NFA of flink-cep, and prints every trace on which they differ.",
      "The exit status is 1 when they do. See docs/decisions/0009-two-engines.md."
    })
final class EvaluatePatternsCommand implements Callable<Integer> {
  @Mixin private BenchOutput output = new BenchOutput();

  @Option(names = "--traces", defaultValue = "2500", description = "Traces of each pattern.")
  private int traces;

  @Option(names = "--seed", defaultValue = "20261125", description = "Seed of the traces.")
  private long seed;

  @Override
  public Integer call() throws Exception {
    List<DifferentialResult> results =
        DifferentialRun.run(PatternCases.ALL, seed, traces, output::progress);
    output.write(
        "patterns-differential",
        Map.of("traces", traces, "seed", seed),
        results,
        DifferentialRun.lines(results));
    return results.stream().allMatch(result -> result.differences().isEmpty()) ? 0 : 1;
  }
}
