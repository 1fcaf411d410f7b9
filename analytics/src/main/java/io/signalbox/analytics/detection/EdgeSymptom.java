// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/** What can be wrong with an edge. The order is stored; add at the end only. */
public enum EdgeSymptom {
  /** Calls fail. */
  FAILED(EpisodeKind.EDGE_ERRORS, "failed calls"),
  /** Calls go on, but the callee that used to answer no longer says so: it is silent. */
  UNANSWERED(EpisodeKind.EDGE_ERRORS, "calls without answer"),
  /** Answered calls lose time between caller and callee. */
  WIRE(EpisodeKind.EDGE_WIRE, "wire time"),
  /** Calls to a callee that never answers take longer. */
  CLIENT(EpisodeKind.EDGE_WIRE, "client duration");

  /** Kind of the episodes it makes. */
  public final EpisodeKind kind;

  /** Subject of the episodes it makes. */
  public final String subject;

  EdgeSymptom(EpisodeKind kind, String subject) {
    this.kind = kind;
    this.subject = subject;
  }
}
