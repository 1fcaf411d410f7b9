// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.jobs.detection.DetectTopology;
import io.signalbox.jobs.detection.Detected;
import io.signalbox.jobs.incidents.CorrelateTopology;
import io.signalbox.jobs.options.JobOptions;
import io.signalbox.jobs.topics.Outputs;
import io.signalbox.schemas.signals.SignalBatch;
import io.signalbox.schemas.topics.Topics;
import org.apache.flink.streaming.api.datastream.DataStream;

/** All jobs in one graph, for a small installation: the same topologies, joined in memory. */
public final class AllTopology {
  private AllTopology() {}

  /** Wires everything from batches of telemetry to the outputs. */
  public static void build(DataStream<SignalBatch> batches, JobOptions options, Outputs outputs) {
    Detected detected = DetectTopology.build(batches, options);
    DataStream<Incident> incidents =
        CorrelateTopology.build(detected.episodes(), detected.edges(), detected.changes(), options);
    detected.writeTo(outputs);
    outputs.write(incidents, Topics.INCIDENTS);
  }
}
