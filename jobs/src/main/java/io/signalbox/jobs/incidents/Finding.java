// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.Feedback;
import io.signalbox.analytics.detection.Suspicion;
import io.signalbox.analytics.incidents.Inquiry;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.EdgeWindow;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is folded with episodes; one of the seven parts is there, the others are null.
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
    @Nullable Feedback feedback,
    @Nullable PatternMatch match,
    @Nullable Suspicion suspicion,
    @Nullable Inquiry inquiry) {

  /** That an episode was found. */
  public static Finding of(long foundMs, Episode episode) {
    return new Finding(foundMs, episode.environment(), episode, null, null, null, null, null, null);
  }

  static Finding of(long foundMs, EdgeWindow edge) {
    return new Finding(foundMs, edge.environment(), null, edge, null, null, null, null, null);
  }

  static Finding of(long foundMs, Change change) {
    return new Finding(foundMs, change.environment(), null, null, change, null, null, null, null);
  }

  static Finding of(long foundMs, PatternMatch match) {
    PatternMatch bare = match.withoutStages();
    return new Finding(foundMs, match.environment(), null, null, null, null, bare, null, null);
  }

  /** That somebody has spoken about a service; correlation hears nothing of it. */
  public static Finding of(long foundMs, Feedback feedback) {
    return new Finding(
        foundMs, feedback.environment(), null, null, null, feedback, null, null, null);
  }

  static Finding of(long foundMs, Suspicion suspicion) {
    return new Finding(
        foundMs, suspicion.environment(), null, null, null, null, null, suspicion, null);
  }

  static Finding of(long foundMs, Inquiry inquiry) {
    return new Finding(foundMs, inquiry.environment(), null, null, null, null, null, null, inquiry);
  }
}
