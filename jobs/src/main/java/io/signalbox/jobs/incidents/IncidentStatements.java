// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.incidents.IncidentFeedback;
import io.signalbox.analytics.incidents.IncidentWindow;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.signals.Timeless;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.jobs.topics.KafkaInputs;
import io.signalbox.schemas.incidents.StatementReader;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What people say about incidents.
 *
 * @param windows maintenance and silence
 * @param feedback verdicts on incidents
 * @param refused what could not be read
 */
public record IncidentStatements(
    DataStream<IncidentWindow> windows,
    DataStream<IncidentFeedback> feedback,
    DataStream<DeadLetter> refused) {
  /** Wall time for the statements of a backlog to be read; few and small, one fetch brings them. */
  private static final Duration SETTLE = Duration.ofSeconds(5);

  /**
   * Reads the topics.
   *
   * @param job name of the job, part of the consumer group
   */
  public static IncidentStatements read(
      StreamExecutionEnvironment environment, JobOptions options, String job) {
    KafkaInputs inputs = new KafkaInputs(options.kafka(), job);
    String prefix = options.kafka().topicPrefix();
    var windows =
        read(environment, inputs, prefix, Topics.INCIDENT_WINDOWS, StatementReader::window);
    var feedback =
        read(environment, inputs, prefix, Topics.INCIDENT_FEEDBACK, StatementReader::feedback);
    return new IncidentStatements(
        windows,
        feedback,
        windows
            .getSideOutput(ReadStatements.REFUSED)
            .union(feedback.getSideOutput(ReadStatements.REFUSED)));
  }

  private static <T> SingleOutputStreamOperator<T> read(
      StreamExecutionEnvironment environment,
      KafkaInputs inputs,
      String prefix,
      Topic<T> topic,
      ReadStatements.Reader<T> reader) {
    String name = topic.name();
    return environment
        .fromSource(
            inputs.source(List.of(prefix + name)),
            Timeless.<Incoming>after(SETTLE),
            "Take up " + name)
        .setParallelism(1)
        .uid("take-up-" + name)
        .process(new ReadStatements<>(reader))
        .returns(TypeInformation.of(topic.type()))
        .setParallelism(1)
        .uid("read-" + name)
        .name("Read " + name.replace('-', ' '));
  }

  /**
   * Both as findings; what is said has the time from which it holds. One task each, so that what
   * was said later comes later.
   */
  DataStream<Finding> findings() {
    TypeInformation<Finding> type = TypeInformation.of(Finding.class);
    DataStream<Finding> said =
        windows.map(Finding::of, type).setParallelism(1).uid("stamp-windows").name("Stamp windows");
    return said.union(
        feedback
            .map(Finding::of, type)
            .setParallelism(1)
            .uid("stamp-incident-feedback")
            .name("Stamp incident feedback"));
  }
}
