// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;

/** What each kind of evidence is worth, and how much of it a failing callee explains away. */
final class Weight {
  private Weight() {}

  /** Evidence that those who call a node notice. */
  static boolean isFelt(EpisodeKind kind) {
    return switch (kind) {
      case ERRORS, DURATION, COHORT, SILENCE, EDGE_ERRORS, EDGE_WIRE -> true;
      case METRIC, RATE, LOGS, SERVICE -> false;
    };
  }

  /** Evidence about the way between two nodes. */
  static boolean isOfEdge(EpisodeKind kind) {
    return kind == EpisodeKind.EDGE_ERRORS || kind == EpisodeKind.EDGE_WIRE;
  }

  /** Worth of an episode of full strength. */
  static double of(EpisodeKind kind) {
    return switch (kind) {
      case COHORT -> 3;
      case SILENCE -> 2.5;
      case ERRORS, EDGE_ERRORS -> 1.5;
      case EDGE_WIRE -> 1.2;
      case DURATION -> 1;
      case METRIC, SERVICE -> 0.5;
      case LOGS -> 0.4;
      case RATE -> 0.3;
    };
  }

  /** The share of such evidence that trouble in a callee can account for, 0..1. */
  static double explainable(EpisodeKind kind) {
    return switch (kind) {
      case ERRORS, DURATION, RATE, EDGE_ERRORS, EDGE_WIRE -> 1;
      case LOGS -> 0.8;
      case METRIC, SERVICE -> 0.4;
      case COHORT -> 0.2;
      case SILENCE -> 0;
    };
  }

  /**
   * Large enough to trouble a person, however improbable: one request in a hundred, half as long.
   */
  static boolean isMaterial(Episode episode) {
    return switch (episode.kind()) {
      case ERRORS, EDGE_ERRORS, COHORT -> episode.value() - episode.expected() >= 0.01;
      case DURATION, EDGE_WIRE -> episode.value() >= 1.5 * episode.expected();
      case SILENCE -> true;
      case METRIC, RATE, LOGS, SERVICE -> false;
    };
  }
}
