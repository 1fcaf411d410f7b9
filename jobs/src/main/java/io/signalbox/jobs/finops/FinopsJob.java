// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.jobs.Job;
import io.signalbox.jobs.delivery.ChargeOutputs;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.topics.JobOutputs;
import io.signalbox.jobs.topics.KafkaInputs;
import io.signalbox.jobs.topics.Outputs;
import io.signalbox.schemas.topics.Topics;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Usages and prices to charges and sums of them. */
public final class FinopsJob {
  /** Name of the job. */
  public static final String NAME = "finops";

  private FinopsJob() {}

  /** Runs the job with options as in docs/options.md. */
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    JobOptions options = JobOptions.of(args);
    Job.FINOPS.checkTopics(options);
    build(environment, options);
    environment.execute("signalbox " + NAME);
  }

  /** Wires the job to Kafka. */
  public static void build(StreamExecutionEnvironment environment, JobOptions options) {
    DataStream<GenAiEvent> spans =
        options.finops().hearsOfModels()
            ? new KafkaInputs(options.kafka(), NAME)
                .read(environment, Topics.GEN_AI, options.time().idle())
            : null;
    FinopsInputs inputs = FinopsInputs.read(environment, spans, options, NAME);
    Outputs outputs = JobOutputs.of(options, NAME);
    ChargeOutputs.write(FinopsTopology.build(inputs, options), options, outputs);
    if (inputs.refused() != null) {
      outputs.write(inputs.refused(), Topics.DEAD_LETTERS);
    }
  }
}
