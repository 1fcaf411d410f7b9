// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.jobs.Job;
import io.signalbox.jobs.delivery.IncidentOutputs;
import io.signalbox.jobs.finops.TieCosts;
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
import io.signalbox.schemas.finops.CostEpisode;
import io.signalbox.schemas.topics.FinopsTopics;
import io.signalbox.schemas.topics.IncidentTopics;
import io.signalbox.schemas.topics.QualityTopics;
import io.signalbox.schemas.topics.Topic;
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

  /** What a job of its own has found, where it runs; it holds nobody up. */
  private static <T> DataStream<T> beside(
      StreamExecutionEnvironment environment,
      JobOptions options,
      KafkaInputs inputs,
      Topic<T> topic) {
    String name = topic.name();
    return environment
        .fromSource(
            inputs.source(List.of(options.kafka().topicPrefix() + name)),
            Timeless.<Incoming>after(SETTLE)
                .withTimestampAssigner((item, stamped) -> item.eventMs()),
            "Take up " + name)
        .setParallelism(1)
        .uid("take-up-" + name)
        .process(new ReadRecords<>(topic))
        .returns(TypeInformation.of(topic.type()))
        .setParallelism(1)
        .uid("read-" + name)
        .name("Read " + name.replace('-', ' '));
  }

  /** Wires the job to Kafka. */
  public static void build(StreamExecutionEnvironment environment, JobOptions options) {
    KafkaInputs inputs = new KafkaInputs(options.kafka(), NAME);
    DataStream<GenAiEvent> calls = inputs.read(environment, Topics.GEN_AI);
    DataStream<CostEpisode> costs =
        beside(environment, options, inputs, FinopsTopics.COST_EPISODES);
    PatternInputs found =
        new PatternInputs(
            inputs
                .read(environment, Topics.EPISODES)
                .union(
                    beside(environment, options, inputs, QualityTopics.DRIFT_EPISODES),
                    TieCosts.of(costs, calls, options)),
            inputs.read(environment, Topics.EDGES),
            inputs.read(environment, Topics.CHANGES),
            inputs.read(environment, Topics.SYMPTOMS),
            calls);
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
