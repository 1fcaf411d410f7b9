// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.Timeless;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.jobs.topics.KafkaInputs;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * What the quality of answers is judged by; the first two carry timestamps and watermarks.
 *
 * @param genAi calls of models and evaluations
 * @param changes announced and inferred changes
 * @param answers what is said of answers, and predictions; null when nobody says so
 * @param decisions what agents decided and what came of it; null when nobody says so
 */
public record QualityInputs(
    DataStream<GenAiEvent> genAi,
    DataStream<Change> changes,
    @Nullable AnswerInputs answers,
    @Nullable DecisionInputs decisions) {
  /** Wall time for what was said before a start to be read. */
  private static final Duration SETTLE = Duration.ofSeconds(5);

  /** Reads what the job detect has found, and what is said beside. */
  static QualityInputs read(
      StreamExecutionEnvironment environment, JobOptions options, String job) {
    KafkaInputs inputs = new KafkaInputs(options.kafka(), job);
    return new QualityInputs(
        inputs.read(environment, Topics.GEN_AI),
        inputs.read(environment, Topics.CHANGES),
        AnswerInputs.read(environment, options, job),
        DecisionInputs.read(environment, options, job));
  }

  /** What people and their tools say; it comes when it comes and holds nobody up. */
  static DataStream<Incoming> said(
      StreamExecutionEnvironment environment, JobOptions options, String job, Topic<?> topic) {
    String name = topic.name();
    return environment
        .fromSource(
            new KafkaInputs(options.kafka(), job)
                .source(List.of(options.kafka().topicPrefix() + name)),
            Timeless.<Incoming>after(SETTLE)
                .withTimestampAssigner((item, stamped) -> item.eventMs()),
            "Take up " + name)
        .setParallelism(1)
        .uid("take-up-" + name);
  }
}
