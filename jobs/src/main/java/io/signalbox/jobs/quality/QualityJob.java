// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.quality;

import io.signalbox.jobs.Job;
import io.signalbox.jobs.delivery.QualityPlaces;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.topics.JobOutputs;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Answers of models to how good they are, and whether that has changed. */
public final class QualityJob {
  /** Name of the job. */
  public static final String NAME = "quality";

  private QualityJob() {}

  /** Runs the job with options as in docs/options.md. */
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    JobOptions options = JobOptions.of(args);
    Job.QUALITY.checkTopics(options);
    build(environment, options);
    environment.execute("signalbox " + NAME);
  }

  /** Wires the job to Kafka. */
  public static void build(StreamExecutionEnvironment environment, JobOptions options) {
    Qualities found =
        QualityTopology.build(QualityInputs.read(environment, options, NAME), options);
    found.writeTo(JobOutputs.of(options, NAME));
    QualityPlaces.write(found, options);
  }
}
