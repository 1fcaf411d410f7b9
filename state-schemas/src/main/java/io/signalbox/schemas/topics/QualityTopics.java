// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.topics;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.quality.AnswerLabel;
import io.signalbox.analytics.quality.Prediction;
import io.signalbox.analytics.quality.QualityRate;
import io.signalbox.analytics.quality.QualityShape;
import io.signalbox.analytics.quality.impact.AgentDecision;
import io.signalbox.analytics.quality.impact.DecisionImpact;
import io.signalbox.analytics.quality.impact.DecisionOutcome;
import io.signalbox.schemas.topics.Topic.Cleanup;

/** Topics about the answers of models. */
public final class QualityTopics {
  /** How good the answers of models were, by window; the greatest revision of each holds. */
  public static final Topic<QualityRate> QUALITY_RATES =
      new Topic<>(
          "quality-rates",
          QualityRate.class,
          q -> Topic.path(q.environment(), q.service(), q.metric(), q.segment(), q.model()),
          q -> q.startAt().toEpochMilli(),
          Cleanup.DELETE,
          false);

  /** How numbers of answers were spread, by window. */
  public static final Topic<QualityShape> QUALITY_SHAPES =
      new Topic<>(
          "quality-shapes",
          QualityShape.class,
          q -> Topic.path(q.environment(), q.service(), q.metric(), q.segment(), q.model()),
          q -> q.startAt().toEpochMilli(),
          Cleanup.DELETE,
          false);

  /**
   * Answers that are no longer as they were: episodes of a job of its own, which nobody waits for.
   */
  public static final Topic<Episode> DRIFT_EPISODES =
      new Topic<>(
          "drift-episodes",
          Episode.class,
          Episode::id,
          e -> e.updatedAt().toEpochMilli(),
          Cleanup.DELETE,
          false);

  /** What turned out to be true of answers: written by people and their tools, read by the jobs. */
  public static final Topic<AnswerLabel> ANSWER_LABELS =
      new Topic<>(
          "answer-labels",
          AnswerLabel.class,
          AnswerLabel::responseId,
          AnswerLabel::atMs,
          Cleanup.DELETE,
          false);

  /** What classical models predicted: written by those who run them, read by the jobs. */
  public static final Topic<Prediction> MODEL_PREDICTIONS =
      new Topic<>(
          "model-predictions",
          Prediction.class,
          Prediction::predictionId,
          Prediction::atMs,
          Cleanup.DELETE,
          false);

  /** What came of the decisions of agents, by window; the greatest revision of each holds. */
  public static final Topic<DecisionImpact> DECISION_IMPACT =
      new Topic<>(
          "decision-impact",
          DecisionImpact.class,
          d ->
              Topic.path(
                  d.environment(), d.agent(), d.action(), d.model(), d.segment(), d.role().name()),
          d -> d.startAt().toEpochMilli(),
          Cleanup.DELETE,
          false);

  /** What agents and models decided: written by them, read by the jobs. */
  public static final Topic<AgentDecision> AGENT_DECISIONS =
      new Topic<>(
          "agent-decisions",
          AgentDecision.class,
          AgentDecision::decisionId,
          AgentDecision::atMs,
          Cleanup.DELETE,
          false);

  /** What came of decisions: written by business systems, read by the jobs. */
  public static final Topic<DecisionOutcome> DECISION_OUTCOMES =
      new Topic<>(
          "decision-outcomes",
          DecisionOutcome.class,
          DecisionOutcome::decisionId,
          DecisionOutcome::atMs,
          Cleanup.DELETE,
          false);

  private QualityTopics() {}
}
