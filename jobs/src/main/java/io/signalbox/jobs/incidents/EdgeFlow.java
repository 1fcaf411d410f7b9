// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.incidents.EdgeKey;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.signals.EdgeWindow;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What went over an edge while an incident lasted.
 *
 * @param calls calls
 * @param errors those that failed
 */
record EdgeFlow(long calls, long errors) {
  /** Share of calls that failed, 0..1. */
  double share() {
    return calls == 0 ? 0 : (double) errors / calls;
  }

  private EdgeFlow plus(EdgeWindow window) {
    return new EdgeFlow(calls + window.calls(), errors + window.errors());
  }

  /** The edges between these nodes in the windows that touch the incident. */
  static SortedMap<EdgeKey, EdgeFlow> during(
      IncidentStory story, Collection<String> nodes, List<EdgeWindow> windows) {
    Incident last = story.last();
    Instant until = story.endedAt();
    TreeMap<EdgeKey, EdgeFlow> flows = new TreeMap<>();
    for (EdgeWindow window : windows) {
      boolean touches =
          window.endAt().isAfter(last.startedAt()) && !window.startAt().isAfter(until);
      if (touches
          && window.environment().equals(last.environment())
          && nodes.contains(window.caller())
          && nodes.contains(window.callee())) {
        EdgeKey key = new EdgeKey(window.caller(), window.callee());
        flows.put(key, flows.getOrDefault(key, new EdgeFlow(0, 0)).plus(window));
      }
    }
    return flows;
  }
}
