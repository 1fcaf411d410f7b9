// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.quality.DetectorSize;
import io.signalbox.benchmarks.quality.QualityBench;
import io.signalbox.benchmarks.quality.QualityDetectorBenchmark;
import io.signalbox.benchmarks.quality.QualityFigure;
import io.signalbox.benchmarks.quality.QualityPipeline;
import io.signalbox.benchmarks.quality.QualityRunSpec;
import io.signalbox.benchmarks.runs.JmhRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The job quality beside its floor, and its detectors alone. */
@Command(
    name = "quality",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    sortOptions = false,
    description = {
      "Answers of many services, one a second of event time each and each rated two seconds later,",
      "through the job quality on an embedded Flink, beside a floor that shuffles and throws them",
      "away; what an event costs the detectors alone, and how large they are. Each run is a JVM of its own."
    })
final class BenchQualityCommand implements Callable<Integer> {
  @Mixin private BenchOutput output = new BenchOutput();

  @Option(names = "--rounds", defaultValue = "3", description = "Rounds, run alternately.")
  private int rounds;

  @Option(names = "--services", defaultValue = "1000", description = "Services.")
  private int services;

  @Option(
      names = "--horizon",
      paramLabel = "S",
      defaultValue = "600",
      description = "How long an answer waits for marks, seconds of event time.")
  private int horizonSeconds;

  @Option(
      names = "--backend",
      description = "Only this one, beside the floor: heap or rocksdb (default: both).")
  private @Nullable Backend backend;

  @Option(
      names = "--checkpoint",
      paramLabel = "S",
      defaultValue = "10",
      description = "Seconds between checkpoints.")
  private int checkpointSeconds;

  @Option(names = "--heap", defaultValue = "4g", description = "Heap of each run.")
  private String heap = "4g";

  @Option(
      names = "--warm-up-cpu-seconds",
      defaultValue = "20",
      description = "Cpu time before measuring.")
  private double warmUpCpuSeconds;

  @Option(names = "--cpu-seconds", defaultValue = "20", description = "Cpu time measured.")
  private double cpuSeconds;

  /** Where state is kept. */
  private enum Backend {
    heap,
    rocksdb
  }

  @Override
  public Integer call() throws Exception {
    List<QualityPipeline> pipelines = new ArrayList<>(List.of(QualityPipeline.FLOOR));
    if (backend != Backend.rocksdb) {
      pipelines.add(QualityPipeline.HEAP);
    }
    if (backend != Backend.heap) {
      pipelines.add(QualityPipeline.ROCKSDB);
    }
    QualityRunSpec spec =
        new QualityRunSpec(
            QualityPipeline.FLOOR,
            services,
            horizonSeconds,
            warmUpCpuSeconds,
            cpuSeconds,
            checkpointSeconds * 1000L);
    List<QualityFigure> figures =
        new QualityBench(heap, output::progress).run(spec, pipelines, rounds);
    List<String> lines = new ArrayList<>(QualityBench.lines(figures));
    List<JmhRun> detectors =
        JmhRun.all(QualityDetectorBenchmark.class.getName(), new JmhRun.Effort(1, 3, 5, 1));
    lines.addAll(JmhRun.lines(detectors));
    List<DetectorSize> sizes = DetectorSize.all();
    lines.addAll(DetectorSize.lines(sizes));
    return output.write(
        "quality",
        spec,
        Map.of("pipelines", figures, "detectors", detectors, "sizes", sizes),
        lines);
  }
}
