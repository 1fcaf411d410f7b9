// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** What an episode is about. The lower-case name is part of the episode contract. */
public enum EpisodeKind {
  /** A metric series left its band; the subject is the series. */
  METRIC,
  /** The request rate of a service left its band; the subject is the operation. */
  RATE,
  /** The share of failed requests a service answers rose; the subject is the operation. */
  ERRORS,
  /** The duration of requests a service answers rose; the subject is the operation. */
  DURATION,
  /** Log records of a severity or template came far more often; the subject is the template. */
  LOGS,
  /** Calls from the service to the peer fail; seen by the caller. */
  EDGE_ERRORS,
  /** Calls from the service to the peer lose time between them, or in a peer that is silent. */
  EDGE_WIRE,
  /** One version (or zone) of the service fails where others, at the same time, do not. */
  COHORT,
  /** The service used to speak and has stopped. */
  SILENCE,
  /** Several series of the service left their bands together; the subject is {@code *}. */
  SERVICE,
  /**
   * The answers of a model are no longer as good as they were, or others; the subject says which.
   */
  QUALITY,
  /** What the uses of models cost is not as usual; the subject says whose and of what. */
  COST
}
