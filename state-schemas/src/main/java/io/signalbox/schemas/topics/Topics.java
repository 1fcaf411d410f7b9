// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.topics;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.Feedback;
import io.signalbox.analytics.detection.Suspicion;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentFeedback;
import io.signalbox.analytics.incidents.IncidentMeasure;
import io.signalbox.analytics.incidents.IncidentWindow;
import io.signalbox.analytics.incidents.Outcome;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.analytics.patterns.RuleVerdict;
import io.signalbox.analytics.patterns.Symptom;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.analytics.signals.LateItems;
import io.signalbox.analytics.signals.TelemetryQuality;
import io.signalbox.schemas.incidents.IncidentEvent;
import io.signalbox.schemas.topics.Topic.Cleanup;
import java.util.List;
import java.util.Set;

/** Every topic that carries records of our own: the single place for their names and contracts. */
public final class Topics {
  /** Where people send failure patterns, unless an option says otherwise; without the prefix. */
  public static final String PATTERN_RULES = "pattern-rules";

  /** Where people send symptom tables, unless an option says otherwise; without the prefix. */
  public static final String SYMPTOM_RULES = "symptom-rules";

  /** Revisions of stretches of time in which something was not as usual. */
  public static final Topic<Episode> EPISODES =
      new Topic<>(
          "episodes",
          Episode.class,
          Episode::id,
          e -> e.updatedAt().toEpochMilli(),
          Cleanup.DELETE,
          true);

  /** Single values that are improbable; evidence once something is wrong. */
  public static final Topic<Suspicion> SUSPICIONS =
      new Topic<>(
          "suspicions",
          Suspicion.class,
          s -> Topic.path(s.environment(), s.service()),
          s -> s.at().toEpochMilli(),
          Cleanup.DELETE,
          true);

  /** Facts that the symptom table gives their names. */
  public static final Topic<Symptom> SYMPTOMS =
      new Topic<>(
          "symptoms",
          Symptom.class,
          s -> Topic.path(s.environment(), s.service()),
          s -> s.at().toEpochMilli(),
          Cleanup.DELETE,
          true);

  /** Windows of the dependency graph. */
  public static final Topic<EdgeWindow> EDGES =
      new Topic<>(
          "edges",
          EdgeWindow.class,
          e -> Topic.path(e.environment(), e.caller(), e.callee()),
          e -> e.startAt().toEpochMilli(),
          Cleanup.DELETE,
          true);

  /** Announced and inferred changes of services. */
  public static final Topic<Change> CHANGES =
      new Topic<>(
          "changes",
          Change.class,
          c -> Topic.path(c.environment(), c.service()),
          c -> c.at().toEpochMilli(),
          Cleanup.DELETE,
          true);

  /** Input that could not be used. */
  public static final Topic<DeadLetter> DEAD_LETTERS =
      new Topic<>(
          "dead-letters",
          DeadLetter.class,
          d -> Topic.path(d.topic(), Integer.toString(d.partition()), Long.toString(d.offset())),
          d -> 0L,
          Cleanup.DELETE,
          false);

  /** How much of each service's telemetry could be used. */
  public static final Topic<TelemetryQuality> TELEMETRY_QUALITY =
      new Topic<>(
          "telemetry-quality",
          TelemetryQuality.class,
          q -> Topic.path(q.environment(), q.service()),
          q -> q.startAt().toEpochMilli(),
          Cleanup.DELETE,
          false);

  /** GenAI calls and evaluations; keyed by trace, because one assistant may make them all. */
  public static final Topic<GenAiEvent> GEN_AI =
      new Topic<>(
          "gen-ai",
          GenAiEvent.class,
          g -> g.traceId() == null ? Topic.path(g.environment(), g.service()) : g.traceId(),
          g -> g.at().toEpochMilli(),
          Cleanup.DELETE,
          true);

  /** Revisions of incidents; the last one of each stays. */
  public static final Topic<Incident> INCIDENTS =
      new Topic<>(
          "incidents",
          Incident.class,
          Incident::id,
          i -> i.updatedAt().toEpochMilli(),
          Cleanup.COMPACT,
          false);

  /** Beginnings and ends of incidents, for tools that read CDEvents. */
  public static final Topic<IncidentEvent> INCIDENT_EVENTS =
      new Topic<>(
          "incident-events",
          IncidentEvent.class,
          IncidentEvent::subject,
          e -> e.time().toEpochMilli(),
          Cleanup.DELETE,
          false);

  /** What people say about maintenance and silence: the last record of each window stays. */
  public static final Topic<IncidentWindow> INCIDENT_WINDOWS =
      new Topic<>(
          "incident-windows",
          IncidentWindow.class,
          IncidentWindow::id,
          IncidentWindow::effectiveMs,
          Cleanup.COMPACT,
          false);

  /** What people say about incidents: written by them, read by the jobs. */
  public static final Topic<IncidentFeedback> INCIDENT_FEEDBACK =
      new Topic<>(
          "incident-feedback",
          IncidentFeedback.class,
          IncidentFeedback::incident,
          IncidentFeedback::effectiveMs,
          Cleanup.DELETE,
          false);

  /** What came of the incidents of a service on a day; the last row of each stays. */
  public static final Topic<IncidentMeasure> INCIDENT_MEASURES =
      new Topic<>(
          "incident-measures",
          IncidentMeasure.class,
          m -> Topic.path(m.environment(), m.service(), m.day().toString()),
          m -> m.updatedAt().toEpochMilli(),
          Cleanup.COMPACT,
          false);

  /** Items that came too late to be folded. */
  public static final Topic<LateItems> LATE =
      new Topic<>(
          "late",
          LateItems.class,
          l -> Topic.path(l.environment(), l.service()),
          l -> l.at().toEpochMilli(),
          Cleanup.DELETE,
          false);

  /** What people say about alarms: written by them, read by the jobs, never forgotten. */
  public static final Topic<Feedback> FEEDBACK =
      new Topic<>(
          "feedback",
          Feedback.class,
          f -> Topic.path(f.environment(), f.service()),
          f -> f.effectiveAt().toEpochMilli(),
          Cleanup.DELETE,
          false);

  /** What came of recommendations: written by people and their tools, read by the jobs. */
  public static final Topic<Outcome> INCIDENT_OUTCOMES =
      new Topic<>(
          "incident-outcomes",
          Outcome.class,
          Outcome::incident,
          o -> o.at().toEpochMilli(),
          Cleanup.DELETE,
          false);

  /** Known failures that were recognised. */
  public static final Topic<PatternMatch> PATTERN_MATCHES =
      new Topic<>(
          "pattern-matches",
          PatternMatch.class,
          PatternMatch::id,
          m -> m.matchedAt().toEpochMilli(),
          Cleanup.DELETE,
          false);

  /** What became of the rules that people sent. */
  public static final Topic<RuleVerdict> PATTERN_VERDICTS =
      new Topic<>(
          "pattern-verdicts",
          RuleVerdict.class,
          v -> Topic.path(v.pattern(), Integer.toString(v.version())),
          v -> v.at() == null ? 0L : v.at().toEpochMilli(),
          Cleanup.DELETE,
          false);

  /** What became of the symptom tables that people sent. */
  public static final Topic<RuleVerdict> SYMPTOM_VERDICTS =
      new Topic<>(
          "symptom-verdicts",
          RuleVerdict.class,
          v -> Topic.path(v.pattern(), Integer.toString(v.version())),
          v -> v.at() == null ? 0L : v.at().toEpochMilli(),
          Cleanup.DELETE,
          false);

  /** All of them. */
  public static final List<Topic<?>> ALL =
      List.of(
          EPISODES,
          SUSPICIONS,
          SYMPTOMS,
          EDGES,
          CHANGES,
          DEAD_LETTERS,
          TELEMETRY_QUALITY,
          GEN_AI,
          INCIDENTS,
          INCIDENT_EVENTS,
          INCIDENT_WINDOWS,
          INCIDENT_FEEDBACK,
          IncidentTopics.INCIDENT_QUESTIONS,
          IncidentTopics.INCIDENT_ANSWERS,
          INCIDENT_MEASURES,
          IncidentTopics.OBJECTIVE_WINDOWS,
          LATE,
          FEEDBACK,
          INCIDENT_OUTCOMES,
          PATTERN_MATCHES,
          PATTERN_VERDICTS,
          SYMPTOM_VERDICTS,
          QualityTopics.QUALITY_RATES,
          QualityTopics.QUALITY_SHAPES,
          QualityTopics.DRIFT_EPISODES,
          QualityTopics.ANSWER_LABELS,
          QualityTopics.MODEL_PREDICTIONS,
          QualityTopics.DECISION_IMPACT,
          QualityTopics.AGENT_DECISIONS,
          QualityTopics.DECISION_OUTCOMES,
          FinopsTopics.CHARGES,
          FinopsTopics.COST_TOTALS,
          FinopsTopics.COST_AGGREGATES,
          FinopsTopics.SHOWBACK,
          FinopsTopics.REFUSED_USAGES,
          FinopsTopics.PRICE_QUARANTINE,
          FinopsTopics.BUDGET_ALERTS,
          FinopsTopics.BUDGET_STATES,
          FinopsTopics.COST_EPISODES,
          FinopsTopics.WORKLOAD_ADVICE);

  /** Those that the jobs only read. */
  public static final Set<Topic<?>> WRITTEN_BY_PEOPLE =
      Set.of(
          FEEDBACK,
          INCIDENT_WINDOWS,
          INCIDENT_FEEDBACK,
          IncidentTopics.INCIDENT_QUESTIONS,
          INCIDENT_OUTCOMES,
          QualityTopics.ANSWER_LABELS,
          QualityTopics.MODEL_PREDICTIONS,
          QualityTopics.AGENT_DECISIONS,
          QualityTopics.DECISION_OUTCOMES);

  private Topics() {}
}
