// SPDX-License-Identifier: Apache-2.0
package io.signalbox.testbed.stories;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.signalbox.schemas.signals.SignalKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Cuts the requests of a capture into requests of at most 512 items, in the order of event time, as
 * a Collector with a small batch would have sent them. Built on the OpenTelemetry library, so that
 * it shares nothing with the reader under test.
 */
final class Rechunk {
  private static final int MOST = 512;

  private final Random random;

  Rechunk(long seed) {
    random = new Random(seed);
  }

  private record Item<T>(long atMs, T alone) {}

  List<Chunk> cut(SignalKind kind, List<byte[]> requests) throws InvalidProtocolBufferException {
    return switch (kind) {
      case TRACES -> chunks(kind, spans(requests), Rechunk::traces);
      case METRICS -> chunks(kind, points(requests), Rechunk::metrics);
      case LOGS, CHANGES, FEEDBACK ->
          throw new IllegalArgumentException("no capture holds " + kind);
    };
  }

  private static byte[] traces(List<ResourceSpans> parts) {
    return ExportTraceServiceRequest.newBuilder().addAllResourceSpans(parts).build().toByteArray();
  }

  private static byte[] metrics(List<ResourceMetrics> parts) {
    return ExportMetricsServiceRequest.newBuilder()
        .addAllResourceMetrics(parts)
        .build()
        .toByteArray();
  }

  private <T> List<Chunk> chunks(
      SignalKind kind, List<Item<T>> items, Function<List<T>, byte[]> request) {
    items.sort(Comparator.comparingLong(Item::atMs));
    List<Chunk> chunks = new ArrayList<>();
    int from = 0;
    while (from < items.size()) {
      int to = Math.min(items.size(), from + 1 + random.nextInt(MOST));
      List<Item<T>> part = items.subList(from, to);
      chunks.add(
          new Chunk(
              kind,
              request.apply(part.stream().map(Item::alone).toList()),
              part.get(0).atMs(),
              part.get(part.size() - 1).atMs()));
      from = to;
    }
    return chunks;
  }

  private static List<Item<ResourceSpans>> spans(List<byte[]> requests)
      throws InvalidProtocolBufferException {
    List<Item<ResourceSpans>> items = new ArrayList<>();
    for (byte[] request : requests) {
      for (ResourceSpans of : ExportTraceServiceRequest.parseFrom(request).getResourceSpansList()) {
        for (ScopeSpans scope : of.getScopeSpansList()) {
          for (Span span : scope.getSpansList()) {
            ScopeSpans alone = scope.toBuilder().clearSpans().addSpans(span).build();
            items.add(
                new Item<>(
                    span.getEndTimeUnixNano() / 1_000_000,
                    of.toBuilder().clearScopeSpans().addScopeSpans(alone).build()));
          }
        }
      }
    }
    return items;
  }

  private static List<Item<ResourceMetrics>> points(List<byte[]> requests)
      throws InvalidProtocolBufferException {
    List<Item<ResourceMetrics>> items = new ArrayList<>();
    for (byte[] request : requests) {
      for (ResourceMetrics of :
          ExportMetricsServiceRequest.parseFrom(request).getResourceMetricsList()) {
        for (ScopeMetrics scope : of.getScopeMetricsList()) {
          for (Metric metric : scope.getMetricsList()) {
            for (Item<Metric> point : points(metric)) {
              ScopeMetrics alone =
                  scope.toBuilder().clearMetrics().addMetrics(point.alone()).build();
              items.add(
                  new Item<>(
                      point.atMs(),
                      of.toBuilder().clearScopeMetrics().addScopeMetrics(alone).build()));
            }
          }
        }
      }
    }
    return items;
  }

  private static List<Item<Metric>> points(Metric metric) {
    List<Item<Metric>> items = new ArrayList<>();
    switch (metric.getDataCase()) {
      case GAUGE -> {
        for (NumberDataPoint point : metric.getGauge().getDataPointsList()) {
          Metric.Builder alone = metric.toBuilder();
          alone.getGaugeBuilder().clearDataPoints().addDataPoints(point);
          items.add(new Item<>(point.getTimeUnixNano() / 1_000_000, alone.build()));
        }
      }
      case SUM -> {
        for (NumberDataPoint point : metric.getSum().getDataPointsList()) {
          Metric.Builder alone = metric.toBuilder();
          alone.getSumBuilder().clearDataPoints().addDataPoints(point);
          items.add(new Item<>(point.getTimeUnixNano() / 1_000_000, alone.build()));
        }
      }
      default -> throw new IllegalArgumentException("the captures hold no " + metric.getDataCase());
    }
    return items;
  }
}
