// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.patterns.OpenStartsBenchmark;
import io.signalbox.benchmarks.patterns.PatternBench;
import io.signalbox.benchmarks.patterns.PatternEngine;
import io.signalbox.benchmarks.patterns.PatternFigure;
import io.signalbox.benchmarks.patterns.PatternRunSpec;
import io.signalbox.benchmarks.runs.JmhRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The matcher of failure patterns beside flink-cep and a hand-written one. */
@Command(
    name = "patterns",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Events of many services, one a second of event time each, through matchers of one story",
      "(slow, failing, restarted within five minutes) on an embedded Flink, and one key with 2,000",
      "open starts without Flink. Each run is a JVM of its own. All engines must tell the same",
      "matches. What the figures mean: docs/benchmarks.md."
    })
final class BenchPatternsCommand implements Callable<Integer> {
  @Mixin private BenchOutput output = new BenchOutput();

  @Option(names = "--rounds", defaultValue = "3", description = "Rounds, run alternately.")
  private int rounds;

  @Option(names = "--services", defaultValue = "10000", description = "Services.")
  private int services;

  @Option(names = "--heap", defaultValue = "4g", description = "Heap of each run.")
  private String heap = "4g";

  @Option(
      names = "--warm-up-cpu-seconds",
      defaultValue = "20",
      description = "Cpu time before measuring.")
  private double warmUpCpuSeconds;

  @Option(names = "--cpu-seconds", defaultValue = "20", description = "Cpu time measured.")
  private double cpuSeconds;

  @Option(
      names = "--engine",
      split = ",",
      description = "Only these, beside the floor: ${COMPLETION-CANDIDATES}.")
  private List<PatternEngine> engines = List.of();

  @Option(names = "--no-open-starts", description = "Leave out the 2,000 open starts.")
  private boolean noOpenStarts;

  @Override
  public Integer call() throws Exception {
    List<PatternEngine> all = new ArrayList<>(List.of(PatternEngine.FLOOR));
    (engines.isEmpty() ? List.of(PatternEngine.values()) : engines)
        .stream().filter(engine -> engine != PatternEngine.FLOOR).forEach(all::add);
    PatternRunSpec spec =
        new PatternRunSpec(
            PatternEngine.FLOOR,
            services,
            List.of(0.01, 0.005, 0.001),
            0,
            warmUpCpuSeconds,
            cpuSeconds,
            10_000);
    List<PatternFigure> figures = new PatternBench(heap, output::progress).run(spec, all, rounds);
    List<String> lines = new ArrayList<>(PatternBench.lines(figures));
    List<JmhRun> open = List.of();
    if (!noOpenStarts) {
      open = JmhRun.all(OpenStartsBenchmark.class.getName(), new JmhRun.Effort(1, 3, 5, 2));
      lines.addAll(JmhRun.lines(open));
    }
    return output.write("patterns", spec, Map.of("engines", figures, "openStarts", open), lines);
  }
}
