// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import com.sun.management.OperatingSystemMXBean;
import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.jobs.detection.DetectTopology;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.BatchTimes;
import io.signalbox.jobs.signals.CutRequests;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import io.signalbox.schemas.signals.SignalKind;
import io.signalbox.schemas.topics.Topic;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** One measured run of a pipeline that is fed as fast as it takes. */
final class DetectRun {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final Duration DISORDER = Duration.ofSeconds(10);
  private static final long ENDLESS = 1L << 40;

  private final DetectBenchSettings settings;
  private final MetricLoad load;

  DetectRun(DetectBenchSettings settings, MetricLoad load) {
    this.settings = settings;
    this.load = load;
  }

  /** The whole detect job. */
  Rate detect(EmbeddedFlink.Backend backend) throws Exception {
    return measure(
        backend,
        batches -> DetectTopology.build(batches, JobOptions.of()).writeTo(DetectRun::discard));
  }

  /** The same input read, cut and shuffled, and then dropped: the floor. */
  Rate passThrough() throws Exception {
    return measure(
        EmbeddedFlink.Backend.HASHMAP,
        batches ->
            batches
                .keyBy(SignalBatch::key, Types.STRING)
                .sinkTo(new DiscardingSink<>())
                .uid("discard")
                .name("Discard"));
  }

  private static <T> void discard(DataStream<T> records, Topic<T> topic) {
    records.sinkTo(new DiscardingSink<>()).uid("discard-" + topic.name());
  }

  private interface Pipeline {
    void build(DataStream<SignalBatch> batches);
  }

  private Rate measure(EmbeddedFlink.Backend backend, Pipeline pipeline) throws Exception {
    Path checkpoints = Files.createTempDirectory("signalbox-bench");
    try {
      StreamExecutionEnvironment environment =
          EmbeddedFlink.environment(
              settings.parallelism(), backend, checkpoints, settings.checkpoint());
      pipeline.build(batches(environment));
      JobClient job = environment.executeAsync("bench detect");
      try {
        awaitCpu(job, settings.warmUpCpuSeconds());
        Sample before = Sample.now();
        awaitCpu(job, settings.cpuSeconds());
        return Sample.now().since(before);
      } finally {
        job.cancel().get();
      }
    } finally {
      delete(checkpoints);
    }
  }

  private DataStream<SignalBatch> batches(StreamExecutionEnvironment environment) {
    int parallelism = settings.parallelism();
    LoadSource source =
        new LoadSource(load, settings.interval().toMillis(), ENDLESS / parallelism, parallelism);
    return environment
        .fromSource(
            new DataGeneratorSource<>(
                source, ENDLESS, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO),
            WatermarkStrategy.noWatermarks(),
            "Requests")
        .uid("requests")
        .flatMap(new CutRequests(SignalKind.METRICS))
        .returns(new SignalBatchType())
        .uid("cut-requests")
        .name("Cut requests")
        .assignTimestampsAndWatermarks(BatchTimes.bounded(DISORDER, Duration.ofMinutes(1)))
        .uid("watch-time")
        .name("Watch time");
  }

  /** Waits until this process has used so much more cpu time. */
  private static void awaitCpu(JobClient job, double cpuSeconds) throws Exception {
    double until = cpuSeconds() + cpuSeconds;
    while (cpuSeconds() < until) {
      if (job.getJobStatus().get().isGloballyTerminalState()) {
        job.getJobExecutionResult().get();
        throw new IllegalStateException("the job ended before it was measured");
      }
      Thread.sleep(20);
    }
  }

  private static double cpuSeconds() {
    return SYSTEM.getProcessCpuTime() / 1e9;
  }

  private record Sample(long points, double cpuSeconds, long nanos) {
    static Sample now() {
      return new Sample(Progress.POINTS.sum(), DetectRun.cpuSeconds(), System.nanoTime());
    }

    Rate since(Sample before) {
      long sent = points - before.points;
      return new Rate(sent / (cpuSeconds - before.cpuSeconds), sent * 1e9 / (nanos - before.nanos));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
