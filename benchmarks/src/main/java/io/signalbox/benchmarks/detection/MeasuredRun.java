// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.load.LoadSource;
import io.signalbox.benchmarks.load.MetricLoad;
import io.signalbox.benchmarks.load.Sent;
import io.signalbox.benchmarks.runs.Checkpoint;
import io.signalbox.benchmarks.runs.Checkpoints;
import io.signalbox.benchmarks.runs.ChildJvm;
import io.signalbox.benchmarks.runs.EmbeddedJob;
import io.signalbox.benchmarks.runs.Meter;
import io.signalbox.benchmarks.runs.Window;
import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.testbed.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Warms a pipeline up and measures it, in this process. */
public final class MeasuredRun {
  private static final long PAUSE_MS = 20;

  private final RunSpec spec;
  private final long heapBefore;
  private final long sentBefore;

  private MeasuredRun(RunSpec spec) {
    this.spec = spec;
    this.heapBefore = Meter.liveHeapBytes();
    this.sentBefore = Sent.points();
  }

  /**
   * A run in a JVM of its own.
   *
   * @param args file of a {@link RunSpec}, file for its {@link RunResult}, both JSON
   */
  public static void main(String[] args) {
    ChildJvm.work(
        args,
        input -> {
          RunSpec spec = BenchResults.json().readValue(input, RunSpec.class);
          return BenchResults.json().writeValueAsString(of(spec));
        });
  }

  /** Runs it in this process; no other run may go on in it. */
  public static RunResult of(RunSpec spec) throws Exception {
    Path folder = Files.createTempDirectory("signalbox-bench");
    try {
      MeasuredRun run = new MeasuredRun(spec);
      return spec.pipeline() == Pipeline.KAFKA_STREAMS ? run.streams(folder) : run.flink(folder);
    } finally {
      Folders.delete(folder);
    }
  }

  private RunResult flink(Path folder) throws Exception {
    StreamExecutionEnvironment environment =
        EmbeddedFlink.environment(
            spec.parallelism(),
            spec.pipeline().backend(),
            folder,
            Duration.ofMillis(spec.checkpointMs()));
    Wiring.build(
        spec.pipeline(),
        requests(environment),
        JobOptions.of("--state.cache", spec.cacheMegabytes() + "mb"));
    try (EmbeddedJob job = EmbeddedJob.start(environment, spec.managedMegabytes())) {
      double warm = Meter.cpuSeconds() + spec.warmUpCpuSeconds();
      while (Meter.cpuSeconds() < warm || scrapes() < spec.warmUpScrapes()) {
        job.pause(PAUSE_MS);
      }
      long before = sent();
      long sinceMs = System.currentTimeMillis();
      Window.Start start = Window.Start.now(before);
      while (!measured(job, start, sinceMs)) {
        job.pause(PAUSE_MS);
      }
      Window window = start.end(sent());
      List<Checkpoint> checkpoints = job.checkpoints(sinceMs);
      long heap = Meter.liveHeapBytes() - heapBefore;
      return RunResult.of(spec, before, window, Checkpoints.of(checkpoints), heap);
    }
  }

  private boolean measured(EmbeddedJob job, Window.Start start, long sinceMs) throws Exception {
    boolean enough =
        Meter.cpuSeconds() - start.cpuSeconds() >= spec.cpuSeconds() && sent() > start.points();
    if (!enough || !spec.pipeline().stateful()) {
      return enough;
    }
    boolean interval = System.nanoTime() - start.nanos() >= spec.checkpointMs() * 1_000_000;
    return interval
        && (spec.minCheckpoints() == 0 || job.checkpoints(sinceMs).size() >= spec.minCheckpoints());
  }

  private DataStream<byte[]> requests(StreamExecutionEnvironment environment) {
    LoadSource source = new LoadSource(load(), spec.intervalMs(), spec.parallelism());
    return environment
        .fromSource(
            new DataGeneratorSource<>(
                source, LoadSource.ENDLESS, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO),
            WatermarkStrategy.noWatermarks(),
            "Requests")
        .uid("requests");
  }

  private MetricLoad load() {
    return new MetricLoad(spec.services(), spec.series(), MetricLoad.START_MS, spec.intervalMs());
  }

  private RunResult streams(Path folder) throws Exception {
    LoadSource source = new LoadSource(load(), spec.intervalMs(), 1);
    try (StreamsPeer peer = new StreamsPeer(folder)) {
      double warm = Meter.cpuSeconds() + spec.warmUpCpuSeconds();
      long next = 0;
      while (Meter.cpuSeconds() < warm || scrapes() < spec.warmUpScrapes()) {
        peer.take(source.map(next++));
      }
      long before = sent();
      Window.Start start = Window.Start.now(before);
      while (Meter.cpuSeconds() - start.cpuSeconds() < spec.cpuSeconds()) {
        peer.take(source.map(next++));
      }
      Window window = start.end(sent());
      return RunResult.of(spec, before, window, Checkpoints.of(List.of()), 0);
    }
  }

  private long sent() {
    return Sent.points() - sentBefore;
  }

  private double scrapes() {
    return (double) sent() / spec.allSeries();
  }
}
