// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.incidents.paging.PagingBench;
import io.signalbox.benchmarks.incidents.paging.PagingResult;
import io.signalbox.benchmarks.incidents.paging.PagingSpec;
import io.signalbox.benchmarks.incidents.storm.StormSpec;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How long a revision of an incident takes to whoever is paged. */
@Command(
    name = "paging",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "Storms of faults through the real job correlate, with checkpoints, in front of a real Kafka:",
      "wall time from the watermark that releases a revision to the producer, and from there to a",
      "reader of what is committed. What the figures mean: docs/benchmarks.md."
    })
final class BenchPagingCommand implements Callable<Integer> {
  private static final int EDGES_EACH = 10;
  private static final int HUB_SHARE = 5;

  @Mixin private BenchOutput output = new BenchOutput();

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(names = "--services", defaultValue = "1000", description = "Services, at least 1,000.")
  private int services;

  @Option(
      names = "--activations",
      defaultValue = "2000",
      description = "Episodes that begin within ten seconds, in each storm.")
  private int activations;

  @Option(
      names = "--storms",
      defaultValue = "5",
      description = "Storms one after the other; the first one warms up.")
  private int storms;

  @Option(
      names = "--speed",
      defaultValue = "4",
      description = "Seconds of event time a second of wall time.")
  private double speed;

  @Option(names = "--parallelism", defaultValue = "2", description = "Tasks of each operator.")
  private int parallelism;

  @Option(
      names = "--backend",
      defaultValue = "rocksdb",
      converter = BenchLoadOptions.BackendName.class,
      description = "heap or rocksdb.")
  private Backend backend = Backend.ROCKSDB;

  @Option(
      names = "--checkpoint-ms",
      defaultValue = "10000",
      description = "From one checkpoint to the next.")
  private long checkpointMs;

  @Option(names = "--seed", defaultValue = "1", description = "Of the graph and the faults.")
  private long seed;

  @Option(names = "--heap", defaultValue = "2g", description = "Heap of the run.")
  private String heap = "2g";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PagingSpec checked = settings("");
    PagingResult result =
        PagingBench.run(cluster.settings(), this::settings, heap, output::progress);
    return output.write("paging", checked, result, result.lines());
  }

  private PagingSpec settings(String bootstrapServers) {
    try {
      return new PagingSpec(
          new StormSpec(
              services,
              EDGES_EACH * services,
              services / HUB_SHARE,
              activations,
              storms,
              parallelism,
              seed),
          speed,
          parallelism,
          backend,
          checkpointMs,
          bootstrapServers);
    } catch (IllegalArgumentException bad) {
      throw new ParameterException(spec.commandLine(), bad.getMessage(), bad);
    }
  }
}
