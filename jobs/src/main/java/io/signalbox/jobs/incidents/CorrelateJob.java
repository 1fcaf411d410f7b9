// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.jobs.Job;
import io.signalbox.jobs.delivery.IncidentOutputs;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.patterns.PatternInputs;
import io.signalbox.jobs.patterns.PatternTopology;
import io.signalbox.jobs.patterns.Recognised;
import io.signalbox.jobs.patterns.RuleInputs;
import io.signalbox.jobs.signals.Timeless;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.jobs.topics.JobOutputs;
import io.signalbox.jobs.topics.KafkaInputs;
import io.signalbox.jobs.topics.Outputs;
import io.signalbox.jobs.topics.ReadRecords;
import io.signalbox.schemas.topics.IncidentTopics;
import io.signalbox.schemas.topics.QualityTopics;
import io.signalbox.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What is not as usual to known failures and incidents. */
public final class CorrelateJob {
  /** Name of the job. */
  public static final String NAME = "correlate";

  /** Wall time for the episodes of a backlog to be read; they are few. */
  private static final Duration SETTLE = Duration.ofSeconds(5);

  private CorrelateJob() {}

  /** Runs the job with options as in docs/options.md. */
  public static void main(String[] args) throws Exception {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    JobOptions options = JobOptions.of(args);
    Job.CORRELATE.checkTopics(options);
    build(environment, options);
    environment.execute("signalbox " + NAME);
  }

  /** Episodes of the job quality, where it runs; they hold nobody up. */
  private static DataStream<Episode> drift(
      StreamExecutionEnvironment environment, JobOptions options, KafkaInputs inputs) {
    String name = QualityTopics.DRIFT_EPISODES.name();
    return environment
        .fromSource(
            inputs.source(List.of(options.kafka().topicPrefix() + name)),
            Timeless.<Incoming>after(SETTLE)
                .withTimestampAssigner((item, stamped) -> item.eventMs()),
            "Take up " + name)
        .setParallelism(1)
        .uid("take-up-" + name)
        .process(new ReadRecords<>(QualityTopics.DRIFT_EPISODES))
        .returns(TypeInformation.of(Episode.class))
        .setParallelism(1)
        .uid("read-" + name)
        .name("Read " + name.replace('-', ' '));
  }

  /** Wires the job to Kafka. */
  public static void build(StreamExecutionEnvironment environment, JobOptions options) {
    KafkaInputs inputs = new KafkaInputs(options.kafka(), NAME);
    PatternInputs found =
        new PatternInputs(
            inputs.read(environment, Topics.EPISODES).union(drift(environment, options, inputs)),
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
                OutcomeInputs.read(environment, options, NAME),
                options.incidents().hasObjectives()
                    ? inputs.read(environment, IncidentTopics.OBJECTIVE_WINDOWS)
                    : null),
            options);
    IncidentOutputs.write(correlated, options, outputs);
    if (said.questions() != null) {
      outputs.write(correlated.answers(), IncidentTopics.INCIDENT_ANSWERS);
    }
    outputs.write(correlated.refused().union(said.refused()), Topics.DEAD_LETTERS);
    recognised.writeTo(outputs);
  }
}
