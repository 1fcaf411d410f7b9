// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.Feedback;
import io.signalbox.analytics.detection.Suspicion;
import io.signalbox.analytics.incidents.IncidentFeedback;
import io.signalbox.analytics.incidents.IncidentWindow;
import io.signalbox.analytics.incidents.Inquiry;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.schemas.incidents.EdgeReport;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is folded with episodes; one of the ten parts is there, the others are null.
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
    @Nullable Inquiry inquiry,
    @Nullable IncidentWindow window,
    @Nullable IncidentFeedback verdict,
    @Nullable EdgeReport learned) {

  private Finding(long foundMs, String environment, Object part) {
    this(
        foundMs,
        environment,
        as(Episode.class, part),
        as(EdgeWindow.class, part),
        as(Change.class, part),
        as(Feedback.class, part),
        as(PatternMatch.class, part),
        as(Suspicion.class, part),
        as(Inquiry.class, part),
        as(IncidentWindow.class, part),
        as(IncidentFeedback.class, part),
        as(EdgeReport.class, part));
  }

  private static <T> @Nullable T as(Class<T> type, Object part) {
    return type.isInstance(part) ? type.cast(part) : null;
  }

  /** That an episode was found. */
  public static Finding of(long foundMs, Episode episode) {
    return new Finding(foundMs, episode.environment(), episode);
  }

  /** What went over an edge. */
  public static Finding of(long foundMs, EdgeWindow edge) {
    return new Finding(foundMs, edge.environment(), edge);
  }

  /** What was learned of an edge. */
  public static Finding of(long foundMs, EdgeReport learned) {
    return new Finding(foundMs, learned.environment(), learned);
  }

  /** That something was changed. */
  public static Finding of(long foundMs, Change change) {
    return new Finding(foundMs, change.environment(), change);
  }

  /** That a known failure was recognised. */
  public static Finding of(long foundMs, PatternMatch match) {
    return new Finding(foundMs, match.environment(), match.withoutStages());
  }

  /** That somebody has spoken about a service; correlation hears nothing of it. */
  public static Finding of(long foundMs, Feedback feedback) {
    return new Finding(foundMs, feedback.environment(), feedback);
  }

  /** That a value was improbable. */
  public static Finding of(long foundMs, Suspicion suspicion) {
    return new Finding(foundMs, suspicion.environment(), suspicion);
  }

  static Finding of(long foundMs, Inquiry inquiry) {
    return new Finding(foundMs, inquiry.environment(), inquiry);
  }

  static Finding of(Inquiry inquiry) {
    return of(inquiry.at().toEpochMilli(), inquiry);
  }

  static Finding of(IncidentWindow window) {
    return new Finding(window.effectiveMs(), window.environment(), window);
  }

  static Finding of(IncidentFeedback verdict) {
    return new Finding(verdict.effectiveMs(), verdict.environment(), verdict);
  }

  /** True when a person has said it about incidents. */
  boolean isStatement() {
    return window != null || verdict != null;
  }

  /** The same, found at another time. */
  Finding foundAt(long ms) {
    return new Finding(
        ms,
        environment,
        episode,
        edge,
        change,
        feedback,
        match,
        suspicion,
        inquiry,
        window,
        verdict,
        learned);
  }
}
