// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.EdgeWindow;
import org.jspecify.annotations.Nullable;

/**
 * One thing that correlation takes in; one of the four parts is there, the others are null.
 *
 * @param foundMs event time at which it was found: the record's timestamp, epoch milliseconds
 * @param environment the key of correlation
 */
public record Finding(
    long foundMs,
    String environment,
    @Nullable Episode episode,
    @Nullable EdgeWindow edge,
    @Nullable Change change,
    @Nullable PatternMatch match) {

  /** That an episode was found. */
  public static Finding of(long foundMs, Episode episode) {
    return new Finding(foundMs, episode.environment(), episode, null, null, null);
  }

  static Finding of(long foundMs, EdgeWindow edge) {
    return new Finding(foundMs, edge.environment(), null, edge, null, null);
  }

  static Finding of(long foundMs, Change change) {
    return new Finding(foundMs, change.environment(), null, null, change, null);
  }

  static Finding of(long foundMs, PatternMatch match) {
    return new Finding(foundMs, match.environment(), null, null, null, match.withoutStages());
  }
}
