// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/** What an input record carries. */
public enum SignalKind {
  /** An ExportMetricsServiceRequest. */
  METRICS,
  /** An ExportTraceServiceRequest. */
  TRACES,
  /** An ExportLogsServiceRequest. */
  LOGS,
  /** A CDEvents event. */
  CHANGES,
  /** What a person says about alarms. */
  FEEDBACK;

  /** True for events, which are JSON and have no protobuf form. */
  public boolean isEvent() {
    return this == CHANGES || this == FEEDBACK;
  }
}
