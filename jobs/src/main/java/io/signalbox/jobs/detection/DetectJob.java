// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.detection;

import io.signalbox.jobs.Job;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.patterns.RuleInputs;
import io.signalbox.jobs.signals.KafkaTelemetry;
import io.signalbox.jobs.topics.JobOutputs;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Telemetry to what is not as usual in it. */
public final class DetectJob {
  /** Name of the job. */
  public static final String NAME = "detect";

  private DetectJob() {}

  /** Runs the job with options as in docs/options.md. */
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    JobOptions options = JobOptions.of(args);
    Job.DETECT.checkTopics(options);
    build(environment, options);
    environment.execute("signalbox " + NAME);
  }

  /** Wires the job to Kafka. */
  public static void build(StreamExecutionEnvironment environment, JobOptions options) {
    DetectTopology.build(
            KafkaTelemetry.read(environment, options, NAME),
            RuleInputs.symptomTables(environment, options, NAME),
            options)
        .writeTo(JobOutputs.of(options, NAME));
  }
}
