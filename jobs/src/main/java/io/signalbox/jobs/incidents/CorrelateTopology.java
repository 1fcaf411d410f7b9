// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.patterns.PatternMatch;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.jobs.options.JobOptions;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The correlate job: from what is not as usual to incidents. */
public final class CorrelateTopology {
  private CorrelateTopology() {}

  /** Wires the job; all inputs carry timestamps and watermarks. */
  public static DataStream<Incident> build(
      DataStream<Episode> episodes,
      DataStream<EdgeWindow> edges,
      DataStream<Change> changes,
      DataStream<PatternMatch> matches,
      JobOptions options) {
    CorrelateEpisodes correlate = new CorrelateEpisodes(options.correlation());
    if (options.time().foldOnArrival()) {
      correlate.foldOnArrival();
    }
    correlate.cache(options.state().cache().getBytes());
    return StampFinding.stamp(episodes, "episodes", Finding::of)
        .union(
            StampFinding.stamp(edges, "edges", Finding::of),
            StampFinding.stamp(changes, "changes", Finding::of),
            StampFinding.stamp(matches, "matches", Finding::of))
        .keyBy(Finding::environment, Types.STRING)
        .transform("CorrelateEpisodes", TypeInformation.of(Incident.class), correlate)
        .uid(CorrelateEpisodes.UID)
        .name("Correlate episodes");
  }
}
