// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.jobs.signals.TickOrder;
import io.signalbox.schemas.incidents.EdgeReport;
import io.signalbox.schemas.json.RecordJson;
import io.signalbox.schemas.signals.SignalBatch;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Findings by tick and content: what people say first, then changes, edges, episodes, suspicions,
 * matches, questions.
 */
public final class FindingOrder implements TickOrder<Finding> {
  private static final long serialVersionUID = 1;

  private static final Comparator<EdgeWindow> EDGES =
      Comparator.comparing(EdgeWindow::startAt)
          .thenComparing(EdgeWindow::caller)
          .thenComparing(EdgeWindow::callee);
  private static final Comparator<EdgeReport> REPORTS =
      Comparator.comparing(EdgeReport::caller).thenComparing(EdgeReport::callee);
  private static final Comparator<Episode> EPISODES =
      Comparator.comparing(Episode::updatedAt)
          .thenComparing(Episode::id)
          .thenComparing(Episode::revision);
  private static final Comparator<Change> CHANGES =
      Comparator.comparing(Change::at).thenComparing(Change::id);

  @Override
  public long tickMs(Finding finding) {
    return SignalBatch.tickOf(finding.foundMs());
  }

  @Override
  public int compare(Finding left, Finding right) {
    int byKind = Integer.compare(rank(left), rank(right));
    if (byKind != 0) {
      return byKind;
    }
    int byName = byName(left, right);
    return byName != 0 ? byName : Arrays.compare(RecordJson.write(left), RecordJson.write(right));
  }

  private static int rank(Finding finding) {
    if (finding.feedback() != null || finding.isStatement()) {
      return 0;
    }
    if (finding.change() != null) {
      return 1;
    }
    if (finding.edge() != null || finding.learned() != null) {
      return 2;
    }
    if (finding.episode() != null) {
      return 3;
    }
    if (finding.suspicion() != null) {
      return 4;
    }
    return finding.match() != null ? 5 : 6;
  }

  private static int byName(Finding left, Finding right) {
    if (left.edge() != null && right.edge() != null) {
      return EDGES.compare(left.edge(), right.edge());
    }
    if (left.learned() != null && right.learned() != null) {
      return REPORTS.compare(left.learned(), right.learned());
    }
    if (left.episode() != null && right.episode() != null) {
      return EPISODES.compare(left.episode(), right.episode());
    }
    if (left.match() != null && right.match() != null) {
      return left.match().id().compareTo(right.match().id());
    }
    return left.change() != null && right.change() != null
        ? CHANGES.compare(left.change(), right.change())
        : 0;
  }
}
