// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.jobs.Job;
import io.signalbox.jobs.delivery.IncidentOutputs;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.patterns.PatternInputs;
import io.signalbox.jobs.patterns.PatternTopology;
import io.signalbox.jobs.patterns.Recognised;
import io.signalbox.jobs.patterns.RuleInputs;
import io.signalbox.jobs.topics.JobOutputs;
import io.signalbox.jobs.topics.KafkaInputs;
import io.signalbox.jobs.topics.Outputs;
import io.signalbox.schemas.topics.Topics;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What is not as usual to known failures and incidents. */
public final class CorrelateJob {
  /** Name of the job. */
  public static final String NAME = "correlate";

  private CorrelateJob() {}

  /** Runs the job with options as in docs/options.md. */
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    JobOptions options = JobOptions.of(args);
    Job.CORRELATE.checkTopics(options);
    build(environment, options);
    environment.execute("signalbox " + NAME);
  }

  /** Wires the job to Kafka. */
  public static void build(StreamExecutionEnvironment environment, JobOptions options) {
    KafkaInputs inputs = new KafkaInputs(options.kafka(), NAME);
    PatternInputs found =
        new PatternInputs(
            inputs.read(environment, Topics.EPISODES),
            inputs.read(environment, Topics.EDGES),
            inputs.read(environment, Topics.CHANGES),
            inputs.read(environment, Topics.SYMPTOMS),
            inputs.read(environment, Topics.GEN_AI));
    Recognised recognised =
        PatternTopology.build(
            found.deliver(options), RuleInputs.patterns(environment, options, NAME), options);
    Outputs outputs = JobOutputs.of(options, NAME);
    IncidentStatements said = IncidentStatements.read(environment, options, NAME);
    Correlated correlated =
        CorrelateTopology.build(
            new CorrelateInputs(
                found.episodes(),
                inputs.read(environment, Topics.SUSPICIONS),
                found.edges(),
                found.changes(),
                recognised.matches(),
                said,
                null,
                OutcomeInputs.read(environment, options, NAME)),
            options);
    IncidentOutputs.write(correlated, options, outputs);
    outputs.write(correlated.refused().union(said.refused()), Topics.DEAD_LETTERS);
    recognised.writeTo(outputs);
  }
}
