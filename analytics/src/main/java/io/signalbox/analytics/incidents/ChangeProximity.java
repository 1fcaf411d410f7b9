// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.signals.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How suspicious a change is: the shorter before the onset the more. */
final class ChangeProximity {
  private final Collection<Change> changes;
  private final long windowMs;
  private final long slackMs;

  ChangeProximity(Collection<Change> changes, CorrelationSettings settings) {
    this.changes = changes;
    this.windowMs = settings.changeWindow().toMillis();
    this.slackMs = settings.slack().toMillis();
  }

  /** 1 for a change at the onset, falling to 0 at the far end of the window; 0 after the onset. */
  double closeness(Change change, long onsetMs) {
    long before = onsetMs - change.at().toEpochMilli();
    if (before < -slackMs || before > windowMs) {
      return 0;
    }
    return 1 - Math.max(0, before) / (double) windowMs;
  }

  /** The change of a node closest before an onset, or null. */
  @Nullable Change closest(String node, long onsetMs) {
    Change closest = null;
    for (Change change : changes) {
      if (change.service().equals(node) && closeness(change, onsetMs) > 0) {
        if (closest == null || closeness(change, onsetMs) >= closeness(closest, onsetMs)) {
          closest = change;
        }
      }
    }
    return closest;
  }

  /** Changes of these nodes around an onset, newest first. */
  List<Change> around(Set<String> nodes, long onsetMs) {
    List<Change> found = new ArrayList<>();
    for (Change change : changes) {
      if (nodes.contains(change.service()) && closeness(change, onsetMs) > 0) {
        found.add(change.with(null)); // a revision says what changed, not how
      }
    }
    Collections.reverse(found);
    return found;
  }
}
