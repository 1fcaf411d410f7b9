// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.detection.DetectBench;
import io.signalbox.benchmarks.detection.DetectBenchSettings;
import io.signalbox.benchmarks.detection.DetectFigure;
import io.signalbox.jobs.EmbeddedFlink.Backend;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how fast the jobs are on this machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures how fast the jobs are on this machine.",
    subcommands = {BenchCommand.Detect.class})
final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return 2;
  }

  /** The detect job against the same input read, shuffled and dropped. */
  @Command(
      name = "detect",
      mixinStandardHelpOptions = true,
      showDefaultValues = true,
      description = {
        "OTLP metric requests through the detect job on an embedded Flink with checkpoints, as fast as",
        "it takes them, and through a pipeline that only reads, shuffles and drops them."
      })
  static final class Detect implements Callable<Integer> {
    @Option(names = "--services", defaultValue = "1000", description = "Number of services.")
    private int services;

    @Option(names = "--series", defaultValue = "100", description = "Series of each service.")
    private int series;

    @Option(names = "--parallelism", defaultValue = "1", description = "Tasks of each operator.")
    private int parallelism;

    @Option(
        names = "--backend",
        split = ",",
        defaultValue = "hashmap,rocksdb",
        description = "State backends: ${COMPLETION-CANDIDATES}.")
    private List<Backend> backends = List.of();

    @Option(
        names = "--checkpoint",
        defaultValue = "10",
        description = "Seconds between checkpoints.")
    private int checkpointSeconds;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds, run alternately.")
    private int rounds;

    @Option(names = "--warm-up", defaultValue = "15", description = "Cpu-seconds before measuring.")
    private double warmUp;

    @Option(names = "--measure", defaultValue = "15", description = "Cpu-seconds measured a run.")
    private double measure;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      DetectBenchSettings settings =
          new DetectBenchSettings(
              services,
              series,
              Duration.ofSeconds(10),
              parallelism,
              Duration.ofSeconds(checkpointSeconds),
              rounds,
              warmUp,
              measure);
      PrintWriter err = spec.commandLine().getErr();
      List<DetectFigure> figures = DetectBench.run(settings, backends, err::println);
      PrintWriter out = spec.commandLine().getOut();
      out.printf("%-20s %18s %14s %10s%n", "pipeline", "points/cpu-second", "points/s", "of floor");
      for (DetectFigure figure : figures) {
        out.printf(
            "%-20s %,18.0f %,14.0f %9.0f%%%n",
            figure.pipeline(),
            figure.pointsPerCpuSecond(),
            figure.pointsPerSecond(),
            100 * figure.shareOfFloor());
      }
      Path root = Path.of(System.getProperty("signalbox.root", "."));
      Path file = BenchResults.write(root, "detect", Instant.now(), settings, figures);
      out.println("results: " + root.relativize(file));
      out.flush();
      return 0;
    }
  }
}
