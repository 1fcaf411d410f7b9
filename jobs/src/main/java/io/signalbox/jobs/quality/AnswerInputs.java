// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.schemas.topics.QualityTopics;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What is said of answers, as it came, beside what telemetry tells.
 *
 * @param labels what turned out to be true of answers and predictions
 * @param predictions of classical models
 */
public record AnswerInputs(DataStream<Incoming> labels, DataStream<Incoming> predictions) {
  /**
   * Reads both from Kafka.
   *
   * @param job name of the job, part of the consumer group
   */
  public static AnswerInputs read(
      StreamExecutionEnvironment environment, JobOptions options, String job) {
    return new AnswerInputs(
        QualityInputs.said(environment, options, job, QualityTopics.ANSWER_LABELS),
        QualityInputs.said(environment, options, job, QualityTopics.MODEL_PREDICTIONS));
  }
}
