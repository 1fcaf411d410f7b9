// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.signals;

import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.options.TopicOptions;
import io.signalbox.jobs.topics.KafkaInputs;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.signals.SignalBatchType;
import io.signalbox.schemas.signals.SignalKind;
import io.signalbox.schemas.signals.Sought;
import io.signalbox.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Telemetry, changes and feedback as they come over Kafka. */
public final class KafkaTelemetry {
  /**
   * Wall time for changes and feedback of a backlog to be read; few and small, they come with one
   * fetch.
   */
  private static final Duration SETTLE = Duration.ofSeconds(5);

  private KafkaTelemetry() {}

  /**
   * Reads all input topics of a job.
   *
   * @param job name of the job, part of the consumer groups
   */
  public static DataStream<SignalBatch> read(
      StreamExecutionEnvironment environment, JobOptions options, String job) {
    TopicOptions topics = options.topics();
    Reader reader =
        new Reader(environment, new KafkaInputs(options.kafka(), job), options.sought());
    WatermarkStrategy<SignalBatch> bounded =
        BatchTimes.bounded(options.time().disorder(), options.time().idle());
    return reader
        .read("metrics", SignalKind.METRICS, topics.metrics(), topics.metricsPattern(), bounded)
        .union(
            reader.read("spans", SignalKind.TRACES, topics.spans(), topics.spansPattern(), bounded),
            reader.read("logs", SignalKind.LOGS, topics.logs(), topics.logsPattern(), bounded),
            reader.read(
                "changes",
                SignalKind.CHANGES,
                topics.changes(),
                topics.changesPattern(),
                BatchTimes.timeless(SETTLE)),
            reader.read(
                "feedback",
                SignalKind.FEEDBACK,
                List.of(options.kafka().topicPrefix() + Topics.FEEDBACK.name()),
                "",
                BatchTimes.timeless(SETTLE)));
  }

  private record Reader(StreamExecutionEnvironment environment, KafkaInputs inputs, Sought sought) {
    DataStream<SignalBatch> read(
        String name,
        SignalKind kind,
        List<String> topics,
        String pattern,
        WatermarkStrategy<SignalBatch> times) {
      return environment
          .fromSource(
              inputs.source(topics, pattern, new CutKafkaRecord(kind, sought)),
              times,
              "Read " + name,
              new SignalBatchType())
          .uid("read-" + name);
    }
  }
}
