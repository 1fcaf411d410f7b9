// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.runs.ChildJvm;
import io.signalbox.benchmarks.runs.MeasuredJob;
import io.signalbox.benchmarks.runs.Window;
import io.signalbox.jobs.EmbeddedFlink;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.quality.Qualities;
import io.signalbox.jobs.quality.QualityInputs;
import io.signalbox.jobs.quality.QualityTopology;
import io.signalbox.testbed.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Warms the job up and measures it. */
public final class QualityRun {
  private QualityRun() {}

  /**
   * A run in a JVM of its own.
   *
   * @param args file of a {@link QualityRunSpec}, file for its {@link Window}, both JSON
   */
  public static void main(String[] args) {
    ChildJvm.work(
        args,
        input ->
            BenchResults.json()
                .writeValueAsString(
                    of(BenchResults.json().readValue(input, QualityRunSpec.class))));
  }

  private static Window of(QualityRunSpec spec) throws Exception {
    Path folder = Files.createTempDirectory("signalbox-bench");
    try {
      StreamExecutionEnvironment environment =
          EmbeddedFlink.environment(
              1, spec.pipeline().backend(), folder, Duration.ofMillis(spec.checkpointMs()));
      wire(spec, environment);
      return MeasuredJob.measure(environment, spec.warmUpCpuSeconds(), spec.cpuSeconds());
    } finally {
      Folders.delete(folder);
    }
  }

  private static void wire(QualityRunSpec spec, StreamExecutionEnvironment environment) {
    TypeInformation<GenAiEvent> type = TypeInformation.of(GenAiEvent.class);
    DataStream<GenAiEvent> events =
        environment
            .fromSource(
                new DataGeneratorSource<>(
                    new AnswerLoad(spec.services()), AnswerLoad.ENDLESS, type),
                WatermarkStrategy.<GenAiEvent>forMonotonousTimestamps()
                    .withTimestampAssigner((event, none) -> event.at().toEpochMilli()),
                "Answers")
            .uid("answers");
    if (spec.pipeline() == QualityPipeline.FLOOR) {
      events
          .keyBy(event -> event.attributes().get("gen_ai.response.id"), Types.STRING)
          .sinkTo(new DiscardingSink<>())
          .uid("away");
      return;
    }
    DataStream<Change> none =
        events
            .filter(event -> false)
            .uid("no-changes")
            .map(event -> new Change("", event.at(), "", "", "", null, null, "", false))
            .returns(TypeInformation.of(Change.class))
            .uid("changes");
    Qualities found =
        QualityTopology.build(
            new QualityInputs(events, none, null, null),
            JobOptions.of("--quality.horizon", spec.horizonSeconds() + "s"));
    found.rates().sinkTo(new DiscardingSink<>()).uid("rates-away");
    found.shapes().sinkTo(new DiscardingSink<>()).uid("shapes-away");
    found.episodes().sinkTo(new DiscardingSink<>()).uid("episodes-away");
  }
}
