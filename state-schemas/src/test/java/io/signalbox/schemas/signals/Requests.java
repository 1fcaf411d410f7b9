// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Export requests for tests, each of one resource. */
public final class Requests {
  private Requests() {}

  /** A gauge with one point. */
  public static Metric gauge(String name, long atMs, double value, Map<String, String> attributes) {
    return Metric.newBuilder()
        .setName(name)
        .setGauge(
            io.opentelemetry.proto.metrics.v1.Gauge.newBuilder()
                .addDataPoints(
                    NumberDataPoint.newBuilder()
                        .setTimeUnixNano(atMs * 1_000_000)
                        .setAsDouble(value)
                        .addAllAttributes(pairs(attributes))))
        .build();
  }

  /** A request of metrics. */
  public static byte[] metrics(Map<String, String> resource, Metric... metrics) {
    var request = ExportMetricsServiceRequest.newBuilder();
    var group = request.addResourceMetricsBuilder();
    group.getResourceBuilder().addAllAttributes(pairs(resource));
    group.addScopeMetricsBuilder().addAllMetrics(List.of(metrics));
    return request.build().toByteArray();
  }

  /** A log record. */
  public static LogRecord log(
      long atMs, int severity, String body, Map<String, String> attributes) {
    return LogRecord.newBuilder()
        .setTimeUnixNano(atMs * 1_000_000)
        .setObservedTimeUnixNano(atMs * 1_000_000)
        .setSeverityNumberValue(severity)
        .setBody(AnyValue.newBuilder().setStringValue(body))
        .addAllAttributes(pairs(attributes))
        .build();
  }

  /** A request of log records. */
  public static byte[] logs(Map<String, String> resource, LogRecord... records) {
    var request = ExportLogsServiceRequest.newBuilder();
    var group = request.addResourceLogsBuilder();
    group.getResourceBuilder().addAllAttributes(pairs(resource));
    group.addScopeLogsBuilder().addAllLogRecords(List.of(records));
    return request.build().toByteArray();
  }

  /** A client span without ids. */
  public static Span span(long endMs, boolean failed, Map<String, String> attributes) {
    return Span.newBuilder()
        .setName("call")
        .setKind(Span.SpanKind.SPAN_KIND_CLIENT)
        .setStartTimeUnixNano((endMs - 5) * 1_000_000)
        .setEndTimeUnixNano(endMs * 1_000_000)
        .setStatus(
            Status.newBuilder()
                .setCode(
                    failed
                        ? Status.StatusCode.STATUS_CODE_ERROR
                        : Status.StatusCode.STATUS_CODE_UNSET))
        .addAllAttributes(pairs(attributes))
        .build();
  }

  /** A request of spans. */
  public static byte[] spans(Map<String, String> resource, Span... spans) {
    var request = ExportTraceServiceRequest.newBuilder();
    var group = request.addResourceSpansBuilder();
    group.getResourceBuilder().addAllAttributes(pairs(resource));
    group.addScopeSpansBuilder().addAllSpans(List.of(spans));
    return request.build().toByteArray();
  }

  private static List<KeyValue> pairs(Map<String, String> attributes) {
    return new TreeMap<>(attributes)
        .entrySet().stream()
            .map(
                pair ->
                    KeyValue.newBuilder()
                        .setKey(pair.getKey())
                        .setValue(AnyValue.newBuilder().setStringValue(pair.getValue()))
                        .build())
            .toList();
  }
}
