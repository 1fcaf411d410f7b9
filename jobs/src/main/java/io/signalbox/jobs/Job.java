// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs;

import io.signalbox.jobs.detection.DetectJob;
import io.signalbox.jobs.finops.FinopsJob;
import io.signalbox.jobs.incidents.CorrelateJob;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.options.OutputOptions;
import io.signalbox.jobs.quality.QualityJob;
import io.signalbox.jobs.topics.PartitionCheck;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The jobs by name. */
public enum Job {
  DETECT,
  CORRELATE,
  QUALITY,
  FINOPS,
  ALL;

  /** An environment to build a job in that is not going to run, with the house's settings. */
  public static StreamExecutionEnvironment planning() {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    settings.set(PipelineOptions.MAX_PARALLELISM, 720);
    return StreamExecutionEnvironment.createLocalEnvironment(2, settings);
  }

  /** Whether it reads what OpenTelemetry Collectors write. */
  public boolean readsTelemetry() {
    return this == DETECT || this == ALL;
  }

  /** Wires the job to Kafka. */
  public void build(StreamExecutionEnvironment environment, JobOptions options) {
    switch (this) {
      case DETECT -> DetectJob.build(environment, options);
      case FINOPS -> FinopsJob.build(environment, options);
      case CORRELATE -> CorrelateJob.build(environment, options);
      case QUALITY -> QualityJob.build(environment, options);
      case ALL -> AllJob.build(environment, options);
    }
  }

  /**
   * Makes sure that the topics which this job reads or writes partition by partition are as the
   * options say, before it is submitted.
   *
   * @throws io.signalbox.jobs.options.BadOptions naming each topic that is not
   */
  public void checkTopics(JobOptions options) {
    List<Topic<?>> topics =
        switch (this) {
          case QUALITY -> JobTopics.ANSWERED;
          case FINOPS -> options.finops().hearsOfModels() ? List.of(Topics.GEN_AI) : List.of();
          case CORRELATE -> JobTopics.found(options);
          case DETECT, ALL ->
              options.output().sink() == OutputOptions.Sink.KAFKA
                  ? JobTopics.found(options)
                  : List.of();
        };
    if (!topics.isEmpty()) {
      PartitionCheck.require(options.kafka(), topics);
    }
  }

  /** Topics or patterns that it reads. */
  public List<String> reads(JobOptions options) {
    return new JobTopics(options).readBy(this);
  }

  /** Topics that it writes. */
  public List<String> writes(JobOptions options) {
    return new JobTopics(options).writtenBy(this);
  }
}
