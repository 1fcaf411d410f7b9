// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

/**
 * Reads Export requests in protobuf without making objects. An instance is reused from request to
 * request and belongs to one thread.
 */
public final class OtlpReader {
  /** Attributes of one item, buckets of one point: beyond that many a request is too large. */
  static final int MAX_ELEMENTS = 65_536;

  private final MetricsWalk metrics = new MetricsWalk();
  private final TracesWalk traces = new TracesWalk();
  private final LogsWalk logs = new LogsWalk();

  /**
   * Shows every point of an ExportMetricsServiceRequest.
   *
   * @throws MalformedTelemetry when the bytes are not such a request; what was shown of it must be
   *     discarded
   */
  public void readMetrics(byte[] bytes, int offset, int length, MetricVisitor visitor)
      throws MalformedTelemetry {
    metrics.read(bytes, offset, length, visitor);
  }

  /**
   * Shows every span of an ExportTraceServiceRequest.
   *
   * @throws MalformedTelemetry when the bytes are not such a request; what was shown of it must be
   *     discarded
   */
  public void readTraces(byte[] bytes, int offset, int length, SpanVisitor visitor)
      throws MalformedTelemetry {
    traces.read(bytes, offset, length, visitor);
  }

  /**
   * Shows every record of an ExportLogsServiceRequest.
   *
   * @throws MalformedTelemetry when the bytes are not such a request; what was shown of it must be
   *     discarded
   */
  public void readLogs(byte[] bytes, int offset, int length, LogVisitor visitor)
      throws MalformedTelemetry {
    logs.read(bytes, offset, length, visitor);
  }
}
