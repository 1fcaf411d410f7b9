// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;

/** Reads a request with the reader and with the library and holds them equal, item by item. */
final class Comparison {
  private static final OtlpReader READER = new OtlpReader();

  private Comparison() {}

  static Message prototype(SignalKind kind) {
    return switch (kind) {
      case METRICS -> ExportMetricsServiceRequest.getDefaultInstance();
      case TRACES -> ExportTraceServiceRequest.getDefaultInstance();
      case LOGS -> ExportLogsServiceRequest.getDefaultInstance();
      case CHANGES, FEEDBACK -> throw new IllegalArgumentException("no protobuf");
    };
  }

  /** Number of items compared. */
  static int of(SignalKind kind, byte[] bytes) throws IOException, MalformedTelemetry {
    return of(kind, bytes, 0, bytes.length);
  }

  static int of(SignalKind kind, byte[] bytes, int offset, int length)
      throws IOException, MalformedTelemetry {
    Message read = prototype(kind).getParserForType().parseFrom(bytes, offset, length);
    switch (kind) {
      case METRICS -> {
        var comparison = new MetricsComparison((ExportMetricsServiceRequest) read);
        READER.readMetrics(bytes, offset, length, comparison);
        comparison.finish();
        return comparison.compared;
      }
      case TRACES -> {
        var comparison = new SpansComparison((ExportTraceServiceRequest) read);
        READER.readTraces(bytes, offset, length, comparison);
        comparison.finish();
        return comparison.compared;
      }
      default -> {
        var comparison = new LogsComparison((ExportLogsServiceRequest) read);
        READER.readLogs(bytes, offset, length, comparison);
        comparison.finish();
        return comparison.compared;
      }
    }
  }
}
