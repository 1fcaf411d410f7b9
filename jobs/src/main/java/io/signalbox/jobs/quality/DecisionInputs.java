// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.schemas.topics.QualityTopics;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What is said of decisions, as it came, beside what spans tell.
 *
 * @param decisions what agents and models decided
 * @param outcomes what came of it
 */
public record DecisionInputs(DataStream<Incoming> decisions, DataStream<Incoming> outcomes) {
  /**
   * Reads both from Kafka.
   *
   * @param job name of the job, part of the consumer group
   */
  public static DecisionInputs read(
      StreamExecutionEnvironment environment, JobOptions options, String job) {
    return new DecisionInputs(
        QualityInputs.said(environment, options, job, QualityTopics.AGENT_DECISIONS),
        QualityInputs.said(environment, options, job, QualityTopics.DECISION_OUTCOMES));
  }
}
