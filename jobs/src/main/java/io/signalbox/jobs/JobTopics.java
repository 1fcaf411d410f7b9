// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs;

import io.signalbox.jobs.options.FinopsOptions;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.options.TopicOptions;
import io.signalbox.schemas.topics.FinopsTopics;
import io.signalbox.schemas.topics.IncidentTopics;
import io.signalbox.schemas.topics.QualityTopics;
import io.signalbox.schemas.topics.Topic;
import io.signalbox.schemas.topics.Topics;
import java.util.List;
import java.util.stream.Stream;

/** The topics of jobs, by the names that options give them. */
final class JobTopics {
  /** What {@code detect} finds and {@code correlate} reads. */
  private static final List<Topic<?>> FOUND =
      List.of(
          Topics.EPISODES,
          Topics.SUSPICIONS,
          Topics.EDGES,
          Topics.CHANGES,
          Topics.SYMPTOMS,
          Topics.GEN_AI);

  /** What {@code quality} reads of what {@code detect} finds. */
  static final List<Topic<?>> ANSWERED = List.of(Topics.GEN_AI, Topics.CHANGES);

  private static final List<Topic<?>> DETECTED =
      List.of(Topics.SYMPTOM_VERDICTS, Topics.LATE, Topics.TELEMETRY_QUALITY);

  private static final List<Topic<?>> CORRELATED =
      List.of(
          Topics.INCIDENTS,
          Topics.INCIDENT_EVENTS,
          Topics.INCIDENT_MEASURES,
          Topics.PATTERN_MATCHES,
          Topics.PATTERN_VERDICTS);

  private static final List<Topic<?>> WATCHED =
      List.of(
          QualityTopics.QUALITY_RATES, QualityTopics.QUALITY_SHAPES, QualityTopics.DECISION_IMPACT);

  private static final List<Topic<?>> CHARGED =
      List.of(
          FinopsTopics.CHARGES,
          FinopsTopics.COST_TOTALS,
          FinopsTopics.REFUSED_USAGES,
          FinopsTopics.COST_EPISODES);

  /** Episodes of jobs of their own that {@code correlate} reads beside those of detection. */
  private static final List<Topic<?>> BESIDE =
      List.of(QualityTopics.DRIFT_EPISODES, FinopsTopics.COST_EPISODES);

  private static final List<Topic<?>> BUDGETED =
      List.of(FinopsTopics.BUDGET_ALERTS, FinopsTopics.BUDGET_STATES);

  private static final List<Topic<?>> SUMMED =
      List.of(FinopsTopics.COST_AGGREGATES, FinopsTopics.SHOWBACK);

  private final JobOptions options;

  JobTopics(JobOptions options) {
    this.options = options;
  }

  /** The same where objectives may be named. */
  static List<Topic<?>> found(JobOptions options) {
    return options.incidents().hasObjectives()
        ? Stream.concat(FOUND.stream(), Stream.<Topic<?>>of(IncidentTopics.OBJECTIVE_WINDOWS))
            .toList()
        : FOUND;
  }

  /** Topics or patterns that a job reads. */
  List<String> readBy(Job job) {
    return switch (job) {
      case DETECT -> telemetry();
      case CORRELATE -> flat(List.of(names(found(options)), names(BESIDE), said()));
      case QUALITY -> flat(List.of(names(ANSWERED), labels()));
      case FINOPS ->
          flat(
              List.of(
                  options.finops().hearsOfModels() ? names(List.of(Topics.GEN_AI)) : List.of(),
                  used()));
      case ALL ->
          flat(
              List.of(
                  telemetry(), said(), labels(), options.finops().wanted() ? used() : List.of()));
    };
  }

  /** Topics that a job writes. */
  List<String> writtenBy(Job job) {
    List<String> letters = List.of(name(Topics.DEAD_LETTERS));
    return switch (job) {
      case DETECT -> flat(List.of(names(found(options)), names(DETECTED), letters));
      case CORRELATE -> flat(List.of(letters, names(CORRELATED), answers()));
      case QUALITY ->
          flat(List.of(names(WATCHED), List.of(name(QualityTopics.DRIFT_EPISODES)), letters));
      case FINOPS -> flat(List.of(letters, charged()));
      case ALL ->
          flat(
              List.of(
                  names(found(options)),
                  names(DETECTED),
                  letters,
                  names(CORRELATED),
                  answers(),
                  names(WATCHED),
                  options.finops().wanted() ? charged() : List.of()));
    };
  }

  private List<String> telemetry() {
    TopicOptions topics = options.topics();
    return flat(
        List.of(
            chosen(topics.metrics(), topics.metricsPattern()),
            chosen(topics.spans(), topics.spansPattern()),
            chosen(topics.logs(), topics.logsPattern()),
            chosen(topics.changes(), topics.changesPattern()),
            List.of(name(Topics.FEEDBACK)),
            wanted(options.symptoms().rulesTopic())));
  }

  private List<String> said() {
    return flat(
        List.of(
            wanted(options.patterns().rulesTopic()),
            wanted(options.advice().outcomesTopic()),
            wanted(options.incidents().windowsTopic()),
            wanted(options.incidents().questionsTopic()),
            names(List.of(Topics.INCIDENT_FEEDBACK))));
  }

  private List<String> answers() {
    boolean asked = !options.incidents().questionsTopic().isEmpty();
    return asked ? List.of(name(IncidentTopics.INCIDENT_ANSWERS)) : List.of();
  }

  private List<String> labels() {
    return names(
        List.of(
            QualityTopics.ANSWER_LABELS,
            QualityTopics.MODEL_PREDICTIONS,
            QualityTopics.AGENT_DECISIONS,
            QualityTopics.DECISION_OUTCOMES));
  }

  private List<String> used() {
    FinopsOptions finops = options.finops();
    return Stream.of(finops.usageTopics(), finops.priceTopics(), finops.outcomeTopics())
        .flatMap(List::stream)
        .map(this::prefixed)
        .toList();
  }

  private List<String> charged() {
    List<Topic<?>> budgeted = options.finops().budgets().isEmpty() ? List.of() : BUDGETED;
    List<Topic<?>> summed = options.finops().aggregates() ? SUMMED : List.of();
    List<Topic<?>> advised =
        options.finops().policy().isEmpty() ? List.of() : List.of(FinopsTopics.WORKLOAD_ADVICE);
    List<Topic<?>> leapt =
        options.finops().priceTopics().isEmpty()
            ? List.of()
            : List.of(FinopsTopics.PRICE_QUARANTINE);
    return flat(
        List.of(names(CHARGED), names(leapt), names(summed), names(budgeted), names(advised)));
  }

  private List<String> wanted(String topic) {
    return topic.isEmpty() ? List.of() : List.of(prefixed(topic));
  }

  private static List<String> chosen(List<String> names, String pattern) {
    return pattern.isEmpty() ? names : List.of("pattern " + pattern);
  }

  private List<String> names(List<Topic<?>> topics) {
    return topics.stream().map(this::name).toList();
  }

  private String name(Topic<?> topic) {
    return prefixed(topic.name());
  }

  private String prefixed(String topic) {
    return options.kafka().topicPrefix() + topic;
  }

  private static List<String> flat(List<List<String>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }
}
