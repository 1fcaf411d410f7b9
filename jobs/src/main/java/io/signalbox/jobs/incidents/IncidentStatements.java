// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.incidents.IncidentFeedback;
import io.signalbox.analytics.incidents.IncidentWindow;
import io.signalbox.analytics.incidents.Inquiry;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.patterns.RuleInputs;
import io.signalbox.jobs.patterns.RuleText;
import io.signalbox.jobs.signals.Timeless;
import io.signalbox.jobs.topics.Incoming;
import io.signalbox.jobs.topics.KafkaInputs;
import io.signalbox.schemas.incidents.StatementReader;
import io.signalbox.schemas.topics.IncidentTopics;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * What people say and ask about incidents.
 *
 * @param windows maintenance and silence, null when none are taken
 * @param feedback verdicts on incidents, null when none are taken
 * @param questions about causes, null when none are taken
 * @param refused what could not be read
 */
public record IncidentStatements(
    @Nullable DataStream<IncidentWindow> windows,
    @Nullable DataStream<IncidentFeedback> feedback,
    @Nullable DataStream<Inquiry> questions,
    DataStream<DeadLetter> refused) {
  private static final String FILES = "window-files";

  /** Wall time for the statements of a backlog to be read; few and small, one fetch brings them. */
  private static final Duration SETTLE = Duration.ofSeconds(5);

  /**
   * Reads the topics and the folder that the options name.
   *
   * @param job name of the job, part of the consumer group
   */
  public static IncidentStatements read(
      StreamExecutionEnvironment environment, JobOptions options, String job) {
    KafkaInputs inputs = new KafkaInputs(options.kafka(), job);
    String prefix = options.kafka().topicPrefix();
    String topic = options.incidents().windowsTopic();
    var windows =
        topic.isEmpty()
            ? null
            : read(
                environment,
                inputs,
                prefix + topic,
                Topics.INCIDENT_WINDOWS,
                StatementReader::window);
    var feedback =
        read(
            environment,
            inputs,
            prefix + Topics.INCIDENT_FEEDBACK.name(),
            Topics.INCIDENT_FEEDBACK,
            StatementReader::feedback);
    IncidentStatements said =
        new IncidentStatements(
            null, feedback, null, feedback.getSideOutput(ReadStatements.REFUSED));
    said = windows == null ? said : said.with(windows);
    String asked = options.incidents().questionsTopic();
    if (!asked.isEmpty()) {
      said =
          said.asking(
              read(
                  environment,
                  inputs,
                  prefix + asked,
                  IncidentTopics.INCIDENT_QUESTIONS,
                  StatementReader::question));
    }
    DataStream<RuleText> files =
        RuleInputs.folder(environment, options.incidents().windowsFolder(), FILES);
    return files == null ? said : said.with(windowsOf(files));
  }

  /**
   * The windows that are in the folder now.
   *
   * @return null when the options name no folder, or nothing is in it
   * @throws IOException when it cannot be read
   */
  public static @Nullable IncidentStatements ofFolder(
      StreamExecutionEnvironment environment, JobOptions options) throws IOException {
    DataStream<RuleText> files =
        RuleInputs.present(environment, options.incidents().windowsFolder(), FILES);
    if (files == null) {
      return null;
    }
    var windows = windowsOf(files);
    return new IncidentStatements(
        windows, null, null, windows.getSideOutput(ReadStatements.REFUSED));
  }

  private static SingleOutputStreamOperator<IncidentWindow> windowsOf(DataStream<RuleText> files) {
    return files
        .process(new ReadWindowFiles())
        .returns(TypeInformation.of(IncidentWindow.class))
        .setParallelism(1)
        .uid("read-" + FILES)
        .name("Read window files");
  }

  private IncidentStatements with(SingleOutputStreamOperator<IncidentWindow> more) {
    return new IncidentStatements(
        windows == null ? more : windows.union(more),
        feedback,
        questions,
        refused.union(more.getSideOutput(ReadStatements.REFUSED)));
  }

  private IncidentStatements asking(SingleOutputStreamOperator<Inquiry> asked) {
    return new IncidentStatements(
        windows, feedback, asked, refused.union(asked.getSideOutput(ReadStatements.REFUSED)));
  }

  private static <T> SingleOutputStreamOperator<T> read(
      StreamExecutionEnvironment environment,
      KafkaInputs inputs,
      String address,
      Topic<T> topic,
      ReadStatements.Reader<T> reader) {
    String name = topic.name();
    DataStream<Incoming> said =
        environment
            .fromSource(
                inputs.source(List.of(address)),
                Timeless.<Incoming>after(SETTLE),
                "Take up " + name)
            .setParallelism(1)
            .uid("take-up-" + name);
    return ReadStatements.from(said, name, topic.type(), reader).setParallelism(1);
  }

  /**
   * All as findings; what is said has the time from which it holds. One task each, so that what was
   * said later comes later.
   *
   * @param others what they are folded with
   */
  DataStream<Finding> beside(DataStream<Finding> others) {
    TypeInformation<Finding> type = TypeInformation.of(Finding.class);
    DataStream<Finding> all = others;
    if (windows != null) {
      all =
          all.union(
              windows
                  .map(Finding::of, type)
                  .setParallelism(1)
                  .uid("stamp-windows")
                  .name("Stamp windows"));
    }
    if (feedback != null) {
      all =
          all.union(
              feedback
                  .map(Finding::of, type)
                  .setParallelism(1)
                  .uid("stamp-incident-feedback")
                  .name("Stamp incident feedback"));
    }
    if (questions != null) {
      all =
          all.union(
              questions
                  .map(Finding::of, type)
                  .setParallelism(1)
                  .uid("stamp-questions")
                  .name("Stamp questions"));
    }
    return all;
  }
}
