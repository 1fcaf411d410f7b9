// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.jobs.options.JobOptions;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The correlate job: from what is not as usual to incidents. */
public final class CorrelateTopology {
  private CorrelateTopology() {}

  /**
   * Wires the job; all inputs carry timestamps and watermarks. Answers to inquiries are in the side
   * output {@link CorrelateEpisodes#ANSWERS}, measures in {@link CorrelateEpisodes#MEASURES}.
   */
  public static SingleOutputStreamOperator<Incident> build(
      CorrelateInputs inputs, JobOptions options) {
    CorrelateEpisodes correlate = new CorrelateEpisodes(options.correlation(), options.incidents());
    if (options.time().foldOnArrival()) {
      correlate.foldOnArrival();
    }
    correlate.cache(options.state().cache().getBytes());
    DataStream<Finding> findings =
        StampFinding.stamp(inputs.episodes(), "episodes", Finding::of)
            .union(
                StampFinding.stamp(inputs.suspicions(), "suspicions", Finding::of),
                StampFinding.stamp(inputs.edges(), "edges", Finding::of),
                StampFinding.stamp(inputs.changes(), "changes", Finding::of),
                StampFinding.stamp(inputs.matches(), "matches", Finding::of));
    if (inputs.statements() != null) {
      findings = findings.union(inputs.statements().findings());
    }
    if (inputs.inquiries() != null) {
      findings = findings.union(StampFinding.stamp(inputs.inquiries(), "inquiries", Finding::of));
    }
    return findings
        .keyBy(Finding::environment, Types.STRING)
        .transform("CorrelateEpisodes", TypeInformation.of(Incident.class), correlate)
        .uid(CorrelateEpisodes.UID)
        .name("Correlate episodes");
  }
}
