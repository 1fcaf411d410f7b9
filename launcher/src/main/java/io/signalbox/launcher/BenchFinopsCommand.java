// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.finops.FinopsBench;
import io.signalbox.benchmarks.finops.FinopsPipeline;
import io.signalbox.benchmarks.finops.FinopsRunSpec;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The job that charges usages, beside its floor and a naive one. */
@Command(
    name = "finops",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    sortOptions = false,
    description = {
      "Usage events as JSON through the whole job on an embedded Flink, with exactly-once",
      "checkpoints: read, kept under their ids, priced, put into ledgers and summed by seven views.",
      "10 %% come twice, 2 %% are revised. What the figures mean: docs/benchmarks.md."
    })
final class BenchFinopsCommand implements Callable<Integer> {
  @Mixin private BenchOutput output = new BenchOutput();

  @Option(names = "--rounds", defaultValue = "3", description = "Rounds, run alternately.")
  private int rounds;

  @Option(
      names = "--keys",
      defaultValue = "1000000",
      description = "New responses a day. A day is kept: one to two times as many are in state.")
  private int keys;

  @Option(names = "--heap", defaultValue = "4g", description = "Heap of each run.")
  private String heap = "4g";

  @Option(names = "--checkpoint", defaultValue = "30", description = "Seconds between checkpoints.")
  private double checkpointSeconds;

  @Option(
      names = "--managed-memory",
      defaultValue = "512",
      description = "Megabytes of memory of RocksDB.")
  private int managedMegabytes;

  @Option(names = "--warm-up", defaultValue = "15", description = "Cpu-seconds before measuring.")
  private double warmUp;

  @Option(
      names = "--measure",
      defaultValue = "15",
      description = "Cpu-seconds measured a run, at least; with state a checkpoint interval.")
  private double measure;

  @Option(names = "--pipeline", split = ",", description = "Only these: ${COMPLETION-CANDIDATES}.")
  private List<FinopsPipeline> pipelines = List.of();

  @Override
  public Integer call() throws Exception {
    FinopsRunSpec spec =
        new FinopsRunSpec(
            FinopsPipeline.SEND,
            keys,
            Math.round(1e3 * checkpointSeconds),
            managedMegabytes,
            warmUp,
            measure);
    List<FinopsPipeline> all = pipelines.isEmpty() ? List.of(FinopsPipeline.values()) : pipelines;
    List<FinopsBench.Figure> figures =
        new FinopsBench(heap, output::progress).run(spec, all, rounds);
    return output.write("finops", spec, figures, FinopsBench.lines(figures));
  }
}
