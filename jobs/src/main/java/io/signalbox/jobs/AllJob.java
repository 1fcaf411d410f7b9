// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs;

import io.signalbox.jobs.finops.FinopsInputs;
import io.signalbox.jobs.incidents.IncidentStatements;
import io.signalbox.jobs.incidents.OutcomeInputs;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.patterns.RuleInputs;
import io.signalbox.jobs.quality.AnswerInputs;
import io.signalbox.jobs.quality.DecisionInputs;
import io.signalbox.jobs.signals.KafkaTelemetry;
import io.signalbox.jobs.topics.JobOutputs;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Everything in one job. */
public final class AllJob {
  /** Name of the job. */
  public static final String NAME = "all";

  private AllJob() {}

  /** Runs the job with options as in docs/options.md. */
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    JobOptions options = JobOptions.of(args);
    Job.ALL.checkTopics(options);
    build(environment, options);
    environment.execute("signalbox " + NAME);
  }

  /** Wires the job to Kafka. */
  public static void build(StreamExecutionEnvironment environment, JobOptions options) {
    AllInputs inputs =
        new AllInputs(
            KafkaTelemetry.read(environment, options, NAME),
            RuleInputs.patterns(environment, options, NAME),
            RuleInputs.symptomTables(environment, options, NAME),
            IncidentStatements.read(environment, options, NAME),
            null,
            OutcomeInputs.read(environment, options, NAME),
            AnswerInputs.read(environment, options, NAME),
            DecisionInputs.read(environment, options, NAME),
            options.finops().wanted()
                ? spans -> FinopsInputs.read(environment, spans, options, NAME)
                : null);
    AllTopology.build(inputs, options, JobOutputs.of(options, NAME));
  }
}
