// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.analytics.patterns.PatternEvent;
import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.load.Sent;
import io.signalbox.benchmarks.runs.ChildJvm;
import io.signalbox.benchmarks.runs.MeasuredJob;
import io.signalbox.benchmarks.runs.Window;
import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.schemas.patterns.PatternEventType;
import io.signalbox.testbed.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Warms an engine up and measures it, or runs it to its end, in this process. */
public final class PatternRun {
  private PatternRun() {}

  /**
   * A run in a JVM of its own.
   *
   * @param args file of a {@link PatternRunSpec}, file for its {@link PatternRunResult}, both JSON
   */
  public static void main(String[] args) {
    ChildJvm.work(
        args,
        input -> {
          PatternRunSpec spec = BenchResults.json().readValue(input, PatternRunSpec.class);
          return BenchResults.json().writeValueAsString(of(spec));
        });
  }

  /** Runs it in this process; no other run may go on in it. */
  public static PatternRunResult of(PatternRunSpec spec) throws Exception {
    MatchDigest.reset();
    if (spec.engine() == PatternEngine.SIDDHI) {
      try (SiddhiPeer peer = new SiddhiPeer(spec)) {
        return peer.run(spec);
      }
    }
    Path folder = Files.createTempDirectory("signalbox-bench");
    try {
      StreamExecutionEnvironment environment =
          EmbeddedFlink.environment(
              1, spec.engine().backend(), folder, Duration.ofMillis(spec.checkpointMs()));
      wire(spec, environment, folder);
      return spec.events() > 0 ? toTheEnd(environment) : measured(spec, environment);
    } finally {
      Folders.delete(folder);
    }
  }

  private static void wire(PatternRunSpec spec, StreamExecutionEnvironment environment, Path folder)
      throws IOException {
    DataStream<PatternEvent> events =
        environment
            .fromSource(
                new DataGeneratorSource<>(
                    new EventLoad(spec.services(), spec.shares()),
                    spec.events() > 0 ? spec.events() : EventLoad.ENDLESS,
                    new PatternEventType()),
                WatermarkStrategy.<PatternEvent>forMonotonousTimestamps()
                    .withTimestampAssigner((event, none) -> event.timeMs()),
                "Events")
            .uid("events");
    new EngineWiring(events, folder).build(spec.engine());
  }

  private static PatternRunResult toTheEnd(StreamExecutionEnvironment environment)
      throws Exception {
    environment.getCheckpointConfig().disableCheckpointing();
    Window.Start start = Window.Start.now(0);
    environment.execute("patterns");
    return new PatternRunResult(
        0, start.end(Sent.points()), MatchDigest.count(), MatchDigest.sum());
  }

  private static PatternRunResult measured(
      PatternRunSpec spec, StreamExecutionEnvironment environment) throws Exception {
    Window window = MeasuredJob.measure(environment, spec.warmUpCpuSeconds(), spec.cpuSeconds());
    return new PatternRunResult(
        window.perCpuSecond(), window, MatchDigest.count(), MatchDigest.sum());
  }
}
