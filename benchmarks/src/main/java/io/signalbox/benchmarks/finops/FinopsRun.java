// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.load.Sent;
import io.signalbox.benchmarks.runs.Checkpoints;
import io.signalbox.benchmarks.runs.ChildJvm;
import io.signalbox.benchmarks.runs.EmbeddedJob;
import io.signalbox.benchmarks.runs.Meter;
import io.signalbox.benchmarks.runs.WarmUp;
import io.signalbox.benchmarks.runs.Window;
import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.testbed.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Warms a pipeline up and measures it, in this process. */
public final class FinopsRun {
  private static final long PAUSE_MS = 20;

  /** After so many days as much is forgotten as comes. */
  private static final long WARM_UP_DAYS = 3;

  private FinopsRun() {}

  /**
   * A run in a JVM of its own.
   *
   * @param args file of a {@link FinopsRunSpec}, file for its {@link FinopsRunResult}, both JSON
   */
  public static void main(String[] args) {
    ChildJvm.work(
        args,
        input -> {
          FinopsRunSpec spec = BenchResults.json().readValue(input, FinopsRunSpec.class);
          return BenchResults.json().writeValueAsString(of(spec));
        });
  }

  /** Runs it in this process; no other run may go on in it. */
  public static FinopsRunResult of(FinopsRunSpec spec) throws Exception {
    Path folder = Files.createTempDirectory("signalbox-bench");
    try {
      StreamExecutionEnvironment environment =
          EmbeddedFlink.environment(
              1, spec.pipeline().backend(), folder, Duration.ofMillis(spec.checkpointMs()));
      DataStream<byte[]> lines =
          environment
              .fromSource(
                  new DataGeneratorSource<>(
                      new UsageLoad(spec.keys()),
                      UsageLoad.ENDLESS,
                      PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO),
                  WatermarkStrategy.noWatermarks(),
                  "Usages")
              .uid("usages");
      FinopsWiring.build(spec.pipeline(), lines, folder);
      return measured(spec, environment);
    } finally {
      Folders.delete(folder);
    }
  }

  private static FinopsRunResult measured(
      FinopsRunSpec spec, StreamExecutionEnvironment environment) throws Exception {
    try (EmbeddedJob job = EmbeddedJob.start(environment, spec.managedMegabytes())) {
      WarmUp warmUp = new WarmUp(spec.warmUpCpuSeconds());
      while (Sent.points() < WARM_UP_DAYS * spec.keys() || !warmUp.isOver()) {
        job.pause(PAUSE_MS);
      }
      long before = Sent.points();
      long sinceMs = System.currentTimeMillis();
      Window.Start start = Window.Start.now(before);
      while (!enough(spec, start)) {
        job.pause(PAUSE_MS);
      }
      Window window = start.end(Sent.points());
      Checkpoints checkpoints = Checkpoints.of(job.checkpoints(sinceMs));
      return new FinopsRunResult(window.perCpuSecond(), window, before, checkpoints);
    }
  }

  private static boolean enough(FinopsRunSpec spec, Window.Start start) {
    boolean interval = System.nanoTime() - start.nanos() >= spec.checkpointMs() * 1_000_000;
    return Meter.cpuSeconds() - start.cpuSeconds() >= spec.cpuSeconds()
        && (interval || !spec.pipeline().stateful());
  }
}
