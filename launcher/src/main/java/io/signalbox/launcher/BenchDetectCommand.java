// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.detection.DetectBench;
import io.signalbox.benchmarks.detection.DetectFigure;
import io.signalbox.benchmarks.detection.DetectTable;
import io.signalbox.benchmarks.detection.FindMost;
import io.signalbox.benchmarks.detection.Pipeline;
import io.signalbox.benchmarks.detection.RunSpec;
import io.signalbox.benchmarks.detection.Sweep;
import io.signalbox.benchmarks.latency.OpenLoopBench;
import io.signalbox.benchmarks.latency.OpenLoopFigure;
import io.signalbox.benchmarks.latency.OpenLoopSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The detect job against its floors and peers, over many series, or at a fixed rate. */
@Command(
    name = "detect",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = {
      "OTLP metric requests through the detect job on an embedded Flink with checkpoints, as fast as it takes them,",
      "beside floors that tell where its time goes and peers that do less. Each run is a JVM of its own.",
      "What the figures mean: docs/benchmarks.md."
    })
final class BenchDetectCommand implements Callable<Integer> {
  private static final int START_SERIES = 200_000;

  @Mixin private BenchLoadOptions load = new BenchLoadOptions();
  @Mixin private BenchOutput output = new BenchOutput();

  @Option(names = "--rounds", defaultValue = "3", description = "Rounds, run alternately.")
  private int rounds;

  @ArgGroup(heading = "Other measurements instead of the table:%n")
  private Mode mode = new Mode();

  @Option(
      names = "--disorder",
      defaultValue = "0",
      description = "D in seconds at a fixed rate; 0 judges each point when it arrives.")
  private double disorder;

  @Option(
      names = "--seconds",
      defaultValue = "60",
      description = "Wall time recorded at a fixed rate.")
  private double seconds;

  @Option(names = "--warm-up-seconds", defaultValue = "30", description = "Wall time before that.")
  private double warmUpSeconds;

  /** What to measure. */
  static final class Mode {
    @Option(
        names = "--only",
        split = ",",
        description = "Only these pipelines: ${COMPLETION-CANDIDATES}.")
    private List<Pipeline> only = List.of();

    @Option(
        names = "--sweep",
        split = ",",
        description = "The job alone over so many series, one count after the other.")
    private List<Long> sweep = List.of();

    @Option(names = "--find-most", description = "The most series that --heap holds.")
    private boolean findMost;

    @Option(
        names = "--open-loop",
        description = "Latency at the fixed rate --rate, whatever the job takes.")
    private boolean openLoop;
  }

  @Override
  public Integer call() throws Exception {
    if (mode.openLoop || load.rate() > 0) {
      return openLoop();
    }
    DetectBench bench = new DetectBench(load.heap(), output::progress);
    RunSpec spec = load.spec();
    if (mode.findMost) {
      return findMost(bench, spec);
    }
    if (!mode.sweep.isEmpty()) {
      List<DetectFigure> figures =
          Sweep.run(bench, spec, load.detectPipelines(), mode.sweep, rounds);
      return output.write("detect-sweep", load.settings(), figures, Sweep.lines(figures));
    }
    List<Pipeline> pipelines = mode.only.isEmpty() ? all() : mode.only;
    List<DetectFigure> figures = bench.run(spec, pipelines, rounds);
    List<String> lines = new ArrayList<>(DetectTable.lines(figures));
    lines.addAll(DetectTable.peers(figures));
    return output.write("detect", load.settings(), figures, lines);
  }

  private List<Pipeline> all() {
    List<Pipeline> pipelines =
        new ArrayList<>(
            List.of(
                Pipeline.SEND,
                Pipeline.READ,
                Pipeline.CUT,
                Pipeline.PASS_THROUGH,
                Pipeline.HOLD,
                Pipeline.FOLD));
    pipelines.addAll(load.detectPipelines());
    pipelines.addAll(List.of(Pipeline.NAIVE_FLINK, Pipeline.KAFKA_STREAMS));
    return pipelines;
  }

  private Integer findMost(DetectBench bench, RunSpec spec) throws Exception {
    FindMost search = new FindMost(bench::one, load.forMost(spec), output::progress);
    FindMost.Found found = search.search(load.heapBytes(), START_SERIES);
    String line =
        String.format(
            Locale.ROOT,
            "a heap of %s holds %,d series, %.0f bytes each%s",
            load.heap(),
            found.series(),
            found.bytesPerSeries(),
            found.refused() == 0
                ? ""
                : String.format(Locale.ROOT, "; not %,d: %s", found.refused(), found.why()));
    return output.write("detect-most", load.settings(), found, List.of(line));
  }

  private Integer openLoop() throws Exception {
    List<OpenLoopSpec> specs = load.openLoop(disorder, warmUpSeconds, seconds);
    List<OpenLoopFigure> figures =
        new OpenLoopBench(load.heap(), output::progress).run(specs, rounds);
    return output.write(
        "detect-open-loop", load.settings(), figures, OpenLoopFigure.lines(figures));
  }
}
