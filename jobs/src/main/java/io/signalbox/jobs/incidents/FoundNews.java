// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.Suspicion;
import io.signalbox.analytics.incidents.IncidentFeedback;
import io.signalbox.analytics.incidents.IncidentWindow;
import io.signalbox.analytics.incidents.LearnedEdge;
import io.signalbox.analytics.incidents.News;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.analytics.signals.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sorts what was found in one tick by what it is. */
public final class FoundNews {
  private FoundNews() {}

  /** The news in findings, each kind in the order in which they come. */
  public static News of(List<Finding> findings) {
    List<Episode> episodes = new ArrayList<>();
    List<Suspicion> suspicions = new ArrayList<>();
    List<LearnedEdge> edges = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    List<PatternMatch> matches = new ArrayList<>();
    List<IncidentWindow> windows = new ArrayList<>();
    List<IncidentFeedback> verdicts = new ArrayList<>();
    for (Finding finding : findings) {
      add(finding.episode(), episodes);
      add(finding.suspicion(), suspicions);
      if (finding.learned() != null) {
        edges.add(finding.learned().learned());
      }
      add(finding.change(), changes);
      add(finding.match(), matches);
      add(finding.window(), windows);
      add(finding.verdict(), verdicts);
    }
    return new News(episodes, suspicions, edges, changes, matches, windows, verdicts);
  }

  private static <T> void add(@Nullable T part, List<T> parts) {
    if (part != null) {
      parts.add(part);
    }
  }
}
