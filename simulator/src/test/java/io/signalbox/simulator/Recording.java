// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import io.signalbox.simulator.faults.EventSpan;
import io.signalbox.simulator.faults.FaultOrder;
import io.signalbox.simulator.output.SignalTopic;
import io.signalbox.simulator.output.SimulationOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a world said, read with OpenTelemetry's own library. */
public final class Recording implements SimulationOutput {
  /** A request as it was handed over. */
  public record Sent(SignalTopic topic, long atMs, byte[] record) {}

  /** An item and who it came from. */
  public record From<T>(String service, String instance, String version, T item) {
    static <T> From<T> of(Resource resource, T item) {
      List<KeyValue> who = resource.getAttributesList();
      return new From<>(
          first(who, "service.name", "k8s.deployment.name", "host.name"),
          first(who, "service.instance.id", "k8s.pod.name", "host.name"),
          text(who, "service.version"),
          item);
    }
  }

  /** Where an instance runs. */
  public record Place(String host, String zone) {}

  public final Map<String, Place> places = new LinkedHashMap<>();
  public final List<Sent> sent = new ArrayList<>();
  public final List<From<Span>> spans = new ArrayList<>();
  public final List<From<Metric>> metrics = new ArrayList<>();
  public final List<From<LogRecord>> records = new ArrayList<>();
  public final List<String> changes = new ArrayList<>();

  public static Recording of(String duration, long seed, String... faults) {
    return of(SimulationOptions.SERVICES, duration, seed, faults);
  }

  public static Recording of(int services, String duration, long seed, String... faults) {
    Recording recording = new Recording();
    try {
      Simulation.run(options(services, duration, seed, faults), recording);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
    return recording;
  }

  public static SimulationOptions options(
      int services, String duration, long seed, String... faults) {
    Duration length = EventSpan.parse(duration);
    List<FaultOrder> orders = Stream.of(faults).map(FaultOrder::parse).toList();
    return new SimulationOptions(
        services, SimulationOptions.RATE, length, SimulationOptions.START, seed, orders);
  }

  @Override
  public void accept(SignalTopic topic, long atMs, byte[] record) throws IOException {
    sent.add(new Sent(topic, atMs, record));
    switch (topic) {
      case SPANS -> readSpans(record);
      case METRICS -> readMetrics(record);
      case LOGS -> readLogs(record);
      case CHANGES -> changes.add(new String(record, StandardCharsets.UTF_8));
    }
  }

  /** Spans of that service and kind that ended in the minutes [from, to) of the world. */
  public List<Span> spans(String service, Span.SpanKind kind, double from, double to) {
    return spans.stream()
        .filter(span -> span.service().equals(service))
        .map(From::item)
        .filter(span -> span.getKind() == kind && within(span.getEndTimeUnixNano(), from, to))
        .toList();
  }

  /** Metrics of that service and name read in the minutes [from, to) of the world. */
  public List<From<Metric>> metrics(String service, String name, double from, double to) {
    return metrics.stream()
        .filter(metric -> metric.service().equals(service) && metric.item().getName().equals(name))
        .filter(metric -> within(time(metric.item()), from, to))
        .toList();
  }

  public static boolean within(long ns, double fromMinutes, double toMinutes) {
    double minutes = (ns - nanos(SimulationOptions.START)) / 60e9;
    return minutes >= fromMinutes && minutes < toMinutes;
  }

  public static long nanos(Instant at) {
    return at.getEpochSecond() * 1_000_000_000L;
  }

  public static long time(Metric metric) {
    return switch (metric.getDataCase()) {
      case GAUGE -> metric.getGauge().getDataPoints(0).getTimeUnixNano();
      case SUM -> metric.getSum().getDataPoints(0).getTimeUnixNano();
      case HISTOGRAM -> metric.getHistogram().getDataPoints(0).getTimeUnixNano();
      case EXPONENTIAL_HISTOGRAM ->
          metric.getExponentialHistogram().getDataPoints(0).getTimeUnixNano();
      case SUMMARY -> metric.getSummary().getDataPoints(0).getTimeUnixNano();
      case DATA_NOT_SET -> throw new AssertionError("a metric without data");
    };
  }

  public static String text(List<KeyValue> attributes, String key) {
    return value(attributes, key).getStringValue();
  }

  private static String first(List<KeyValue> attributes, String... keys) {
    return Stream.of(keys)
        .map(key -> text(attributes, key))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  public static AnyValue value(List<KeyValue> attributes, String key) {
    return attributes.stream()
        .filter(pair -> pair.getKey().equals(key))
        .map(KeyValue::getValue)
        .findFirst()
        .orElse(AnyValue.getDefaultInstance());
  }

  public static boolean failed(Span span) {
    return span.getStatus().getCodeValue() == 2;
  }

  public static double share(List<Span> spans, Predicate<Span> test) {
    return spans.stream().filter(test).count() / (double) Math.max(1, spans.size());
  }

  public static double medianMs(List<Span> spans) {
    double[] ms = spans.stream().mapToDouble(Recording::ms).sorted().toArray();
    return ms.length == 0 ? Double.NaN : ms[ms.length / 2];
  }

  public static double ms(Span span) {
    return (span.getEndTimeUnixNano() - span.getStartTimeUnixNano()) / 1e6;
  }

  public Map<ByteString, From<Span>> spansById() {
    Map<ByteString, From<Span>> byId = new LinkedHashMap<>();
    spans.forEach(span -> byId.put(span.item().getSpanId(), span));
    return byId;
  }

  /** The parent of a span, which must be there. */
  public static From<Span> parent(Map<ByteString, From<Span>> byId, Span span) {
    From<Span> parent = byId.get(span.getParentSpanId());
    if (parent == null) {
      throw new AssertionError("a span without its parent: " + span);
    }
    return parent;
  }

  private void place(Resource resource) {
    List<KeyValue> who = resource.getAttributesList();
    places.putIfAbsent(
        text(who, "service.instance.id"),
        new Place(text(who, "k8s.node.name"), text(who, "cloud.availability_zone")));
  }

  private void readSpans(byte[] record) throws InvalidProtocolBufferException {
    ExportTraceServiceRequest.parseFrom(record)
        .getResourceSpansList()
        .forEach(of -> place(of.getResource()));
    ExportTraceServiceRequest.parseFrom(record)
        .getResourceSpansList()
        .forEach(
            of ->
                of.getScopeSpansList().stream()
                    .flatMap(scope -> scope.getSpansList().stream())
                    .forEach(span -> spans.add(From.of(of.getResource(), span))));
  }

  private void readMetrics(byte[] record) throws InvalidProtocolBufferException {
    ExportMetricsServiceRequest.parseFrom(record)
        .getResourceMetricsList()
        .forEach(
            of ->
                of.getScopeMetricsList().stream()
                    .flatMap(scope -> scope.getMetricsList().stream())
                    .forEach(metric -> metrics.add(From.of(of.getResource(), metric))));
  }

  private void readLogs(byte[] record) throws InvalidProtocolBufferException {
    ExportLogsServiceRequest.parseFrom(record)
        .getResourceLogsList()
        .forEach(
            of ->
                of.getScopeLogsList().stream()
                    .flatMap(scope -> scope.getLogRecordsList().stream())
                    .forEach(log -> records.add(From.of(of.getResource(), log))));
  }
}
