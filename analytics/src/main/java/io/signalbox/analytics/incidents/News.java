// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.Suspicion;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.analytics.signals.Change;
import java.util.List;

/**
 * What a situation hears in one tick, each list in the order (time, content).
 *
 * @param episodes revisions of episodes
 * @param suspicions single values that are improbable
 * @param edges what was learned of edges
 * @param changes announced and inferred changes
 * @param matches known failures that were recognised
 * @param windows what people said about maintenance and silence
 * @param feedback what they said about incidents
 */
public record News(
    List<Episode> episodes,
    List<Suspicion> suspicions,
    List<LearnedEdge> edges,
    List<Change> changes,
    List<PatternMatch> matches,
    List<IncidentWindow> windows,
    List<IncidentFeedback> feedback) {
  /** True when nothing was heard but what people said. */
  boolean isSaidByPeople() {
    return episodes.isEmpty()
        && suspicions.isEmpty()
        && edges.isEmpty()
        && changes.isEmpty()
        && matches.isEmpty()
        && !(windows.isEmpty() && feedback.isEmpty());
  }

  /** News of machines alone. */
  public News(
      List<Episode> episodes,
      List<Suspicion> suspicions,
      List<LearnedEdge> edges,
      List<Change> changes,
      List<PatternMatch> matches) {
    this(episodes, suspicions, edges, changes, matches, List.of(), List.of());
  }

  /** News without single improbable values. */
  public News(
      List<Episode> episodes,
      List<LearnedEdge> edges,
      List<Change> changes,
      List<PatternMatch> matches) {
    this(episodes, List.of(), edges, changes, matches);
  }
}
