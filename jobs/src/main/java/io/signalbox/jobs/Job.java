// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs;

import io.signalbox.jobs.detection.DetectJob;
import io.signalbox.jobs.finops.FinopsJob;
import io.signalbox.jobs.incidents.CorrelateJob;
import io.signalbox.jobs.options.FinopsOptions;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.options.OutputOptions;
import io.signalbox.jobs.options.TopicOptions;
import io.signalbox.jobs.topics.PartitionCheck;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The jobs by name. */
public enum Job {
  DETECT,
  CORRELATE,
  FINOPS,
  ALL;

  private static final List<Topic<?>> FOUND =
      List.of(
          Topics.EPISODES,
          Topics.SUSPICIONS,
          Topics.EDGES,
          Topics.CHANGES,
          Topics.SYMPTOMS,
          Topics.GEN_AI);

  private static final List<Topic<?>> DETECTED =
      Stream.concat(
              FOUND.stream(),
              Stream.of(
                  Topics.SYMPTOM_VERDICTS,
                  Topics.DEAD_LETTERS,
                  Topics.LATE,
                  Topics.TELEMETRY_QUALITY))
          .toList();

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
    if (this == FINOPS) {
      if (options.finops().spans()) {
        PartitionCheck.require(options.kafka(), List.of(Topics.GEN_AI));
      }
      return;
    }
    if (this == CORRELATE || options.output().sink() == OutputOptions.Sink.KAFKA) {
      PartitionCheck.require(options.kafka(), FOUND);
    }
  }

  /** Topics or patterns that it reads. */
  public List<String> reads(JobOptions options) {
    if (this == FINOPS) {
      Stream<String> spans =
          options.finops().spans() ? Stream.of(name(Topics.GEN_AI, options)) : Stream.of();
      return Stream.concat(spans, charged(options)).toList();
    }
    List<String> patterns =
        this == DETECT
            ? List.of()
            : Stream.of(options.patterns().rulesTopic(), options.advice().outcomesTopic())
                .flatMap(topic -> ruleTopic(topic, options).stream())
                .toList();
    List<String> said =
        this == DETECT
            ? List.of()
            : List.of(
                name(Topics.INCIDENT_WINDOWS, options), name(Topics.INCIDENT_FEEDBACK, options));
    if (this == CORRELATE) {
      List<String> found = FOUND.stream().map(topic -> name(topic, options)).toList();
      return Stream.of(found, patterns, said).flatMap(List::stream).toList();
    }
    TopicOptions topics = options.topics();
    return Stream.of(
            chosen(topics.metrics(), topics.metricsPattern()),
            chosen(topics.spans(), topics.spansPattern()),
            chosen(topics.logs(), topics.logsPattern()),
            chosen(topics.changes(), topics.changesPattern()),
            List.of(name(Topics.FEEDBACK, options)),
            ruleTopic(options.symptoms().rulesTopic(), options),
            patterns,
            said,
            charges(options) ? charged(options).toList() : List.<String>of())
        .flatMap(List::stream)
        .toList();
  }

  private boolean charges(JobOptions options) {
    return this == FINOPS || (this == ALL && options.finops().wanted());
  }

  private static Stream<String> charged(JobOptions options) {
    FinopsOptions finops = options.finops();
    return Stream.concat(finops.usageTopics().stream(), finops.priceTopics().stream())
        .map(topic -> options.kafka().topicPrefix() + topic);
  }

  /** Topics that it writes. */
  public List<String> writes(JobOptions options) {
    Stream<Topic<?>> detected =
        this == CORRELATE || this == FINOPS ? Stream.of(Topics.DEAD_LETTERS) : DETECTED.stream();
    Stream<Topic<?>> charged =
        charges(options)
            ? Stream.of(Topics.CHARGES, Topics.COST_TOTALS, Topics.REFUSED_USAGES)
            : Stream.of();
    Stream<Topic<?>> correlated =
        this == DETECT || this == FINOPS
            ? Stream.of()
            : Stream.of(
                Topics.INCIDENTS,
                Topics.INCIDENT_EVENTS,
                Topics.INCIDENT_MEASURES,
                Topics.PATTERN_MATCHES,
                Topics.PATTERN_VERDICTS);
    return Stream.of(detected, correlated, charged)
        .flatMap(topics -> topics)
        .map(topic -> name(topic, options))
        .toList();
  }

  private static List<String> ruleTopic(String topic, JobOptions options) {
    return topic.isEmpty() ? List.of() : List.of(options.kafka().topicPrefix() + topic);
  }

  private static List<String> chosen(List<String> names, String pattern) {
    return pattern.isEmpty() ? names : List.of("pattern " + pattern);
  }

  private static String name(Topic<?> topic, JobOptions options) {
    return options.kafka().topicPrefix() + topic.name();
  }
}
