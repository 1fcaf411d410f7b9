// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.latency;

import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.load.LoadSource;
import io.signalbox.benchmarks.load.MetricLoad;
import io.signalbox.benchmarks.runs.Checkpoints;
import io.signalbox.benchmarks.runs.ChildJvm;
import io.signalbox.benchmarks.runs.EmbeddedJob;
import io.signalbox.benchmarks.runs.Window;
import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.jobs.detection.DetectTopology;
import io.signalbox.jobs.detection.Detected;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.BatchTimes;
import io.signalbox.jobs.signals.CutRequests;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import io.signalbox.schemas.signals.SignalKind;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import io.signalbox.testbed.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** The detect job at a fixed rate, in this process, with the latency of every point. */
public final class OpenLoopRun {
  private static final long PAUSE_MS = 50;
  private static final long DRAIN_NANOS = 120_000_000_000L;
  private static final long LEAD_NANOS = 3_000_000_000L;

  private final OpenLoopSpec spec;
  private final Schedule schedule;
  private final LatencyRecorder recorder;

  private OpenLoopRun(OpenLoopSpec spec) {
    this.spec = spec;
    this.schedule =
        Schedule.of(
            WallClock.nanos() + LEAD_NANOS,
            spec.pointsPerSecond(),
            spec.series(),
            spec.parallelism());
    this.recorder = new LatencyRecorder(spec.disorderMs(), spec.pointsPerSecond() / 1e3);
  }

  /**
   * A run in a JVM of its own.
   *
   * @param args file of an {@link OpenLoopSpec}, file for its {@link OpenLoopResult}, both JSON
   */
  public static void main(String[] args) {
    ChildJvm.work(
        args,
        input -> {
          OpenLoopSpec spec = BenchResults.json().readValue(input, OpenLoopSpec.class);
          return BenchResults.json().writeValueAsString(of(spec));
        });
  }

  /** Runs it in this process; no other run may go on in it. */
  public static OpenLoopResult of(OpenLoopSpec spec) throws Exception {
    Path folder = Files.createTempDirectory("signalbox-bench");
    try {
      return new OpenLoopRun(spec).run(folder);
    } finally {
      Folders.delete(folder);
    }
  }

  private OpenLoopResult run(Path folder) throws Exception {
    StreamExecutionEnvironment environment =
        EmbeddedFlink.environment(
            spec.parallelism(), spec.backend(), folder, Duration.ofMillis(spec.checkpointMs()));
    environment.setBufferTimeout(spec.bufferMs());
    environment.getConfig().setAutoWatermarkInterval(spec.watermarkMs());
    LatencyProbe.begin(recorder, spec.parallelism());
    wire(environment);
    try (EmbeddedJob job = EmbeddedJob.start(environment, spec.managedMegabytes())) {
      awaitWall(job, schedule.startNanos() + (long) (spec.warmUpSeconds() * 1e9));
      long from = WallClock.nanos();
      long to = from + (long) (spec.seconds() * 1e9);
      long sinceMs = System.currentTimeMillis();
      recorder.record(from, to);
      Window.Start start = Window.Start.now(LatencyProbe.sentPoints());
      awaitWall(job, to);
      Window window = start.end(LatencyProbe.sentPoints());
      double lag = to / 1e9 - (recorder.coveredMs() + spec.disorderMs()) / 1e3;
      Checkpoints checkpoints = Checkpoints.of(job.checkpoints(sinceMs));
      boolean complete = drain(job);
      double offered = (schedule.dueBefore(to) - schedule.dueBefore(from)) * (double) spec.series();
      return OpenLoopResult.of(
          spec, recorder.histogram(), complete, offered / spec.seconds(), lag, window, checkpoints);
    }
  }

  /** Waits for the verdicts on all points of the window: those that wait longest come last. */
  private boolean drain(EmbeddedJob job) throws Exception {
    long until = WallClock.nanos() + DRAIN_NANOS;
    while (!recorder.complete() && WallClock.nanos() < until) {
      job.pause(PAUSE_MS);
    }
    return recorder.complete();
  }

  private static void awaitWall(EmbeddedJob job, long untilNanos) throws Exception {
    while (WallClock.nanos() < untilNanos) {
      job.pause(PAUSE_MS);
    }
  }

  private void wire(StreamExecutionEnvironment environment) {
    JobOptions options =
        JobOptions.of(
            "--disorder", spec.disorderMs() + "ms", "--state.cache", spec.cacheMegabytes() + "mb");
    DataStream<SignalBatch> batches =
        environment
            .fromSource(
                new DataGeneratorSource<>(
                    new PacedSource(load(), schedule),
                    LoadSource.ENDLESS,
                    PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO),
                WatermarkStrategy.noWatermarks(),
                "Requests")
            .uid("requests")
            .flatMap(new CutRequests(SignalKind.METRICS))
            .returns(new SignalBatchType())
            .uid("cut-requests")
            .assignTimestampsAndWatermarks(
                BatchTimes.bounded(options.time().disorder(), options.time().idle()))
            .uid("watch-time");
    Detected detected = DetectTopology.build(batches, null, options);
    detected.writeTo(OpenLoopRun::discard);
  }

  private static <T> void discard(DataStream<T> records, Topic<T> topic) {
    DataStream<T> seen =
        topic.equals(Topics.EPISODES)
            ? records.transform("probe", records.getType(), new LatencyProbe<>()).uid("probe")
            : records;
    seen.sinkTo(new DiscardingSink<>()).uid("discard-" + topic.name());
  }

  private MetricLoad load() {
    return new MetricLoad(
        spec.services(),
        spec.series(),
        schedule.startNanos() / 1_000_000 - 1_000,
        Math.max(1, Math.round(1e3 * spec.intervalSeconds())));
  }
}
