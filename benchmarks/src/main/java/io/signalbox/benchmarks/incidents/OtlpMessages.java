// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import static io.signalbox.schemas.signals.OtlpWriter.attribute;

import io.signalbox.schemas.signals.OtlpWriter;
import io.signalbox.schemas.signals.ProtoWriter;
import io.signalbox.schemas.signals.SignalKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Export requests of one resource, built item by item. */
final class OtlpMessages {
  private static final int ATTRIBUTES_OF_POINT = 7;
  private static final int ATTRIBUTES_OF_SPAN = 9;
  private static final int ERROR = 2;
  private static final long NANOS = 1_000_000;

  /** Numbers that OpenTelemetry gives to the names. */
  private static final Map<String, Integer> SEVERITIES =
      Map.of(
          "TRACE",
          1,
          "DEBUG",
          5,
          "INFO",
          9,
          "WARN",
          13,
          "WARNING",
          13,
          "ERROR",
          17,
          "FATAL",
          21,
          "CRITICAL",
          21);

  private final SignalKind kind;
  private final byte[] resource;
  private final List<byte[]> items = new ArrayList<>();
  private long latestMs = Long.MIN_VALUE;

  /** Begins a request of a resource with these attributes. */
  OtlpMessages(SignalKind kind, Map<String, String> resource) {
    this.kind = kind;
    ProtoWriter out = new ProtoWriter(128);
    int mark = out.begin(1);
    resource.forEach((key, value) -> attribute(out, 1, key, value));
    out.end(mark);
    this.resource = out.toBytes();
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** Adds one point of a gauge. */
  void gauge(String name, String unit, Map<String, String> attributes, long atMs, double value) {
    ProtoWriter out = new ProtoWriter(128);
    int metric = out.begin(2);
    out.text(1, name).text(3, unit);
    int gauge = out.begin(5);
    int point = out.begin(1);
    attributes.forEach((key, text) -> attribute(out, ATTRIBUTES_OF_POINT, key, text));
    out.fixed64(3, atMs * NANOS).number(4, value);
    out.end(point);
    out.end(gauge);
    out.end(metric);
    add(out, atMs);
  }

  /**
   * Adds one span.
   *
   * @param spanKind number of the kind: 1 internal, 2 server, 3 client
   */
  void span(
      SpanIds ids, String name, int spanKind, long startNanos, long endNanos, boolean failed) {
    ProtoWriter out = new ProtoWriter(192);
    int span = out.begin(2);
    out.bytes16(1, ids.traceHi(), ids.traceLo()).bytes8(2, ids.span());
    if (ids.parent() != 0) {
      out.bytes8(4, ids.parent());
    }
    out.text(5, name).varint(6, spanKind).fixed64(7, startNanos).fixed64(8, endNanos);
    if (!ids.peer().isEmpty()) {
      attribute(out, ATTRIBUTES_OF_SPAN, "peer.service", ids.peer());
    }
    if (failed) {
      int status = out.begin(15);
      out.varint(3, ERROR);
      out.end(status);
    }
    out.end(span);
    add(out, endNanos / NANOS);
  }

  /** Adds one log record. */
  void log(long atMs, String severity, String body) {
    ProtoWriter out = new ProtoWriter(128);
    int log = out.begin(2);
    out.fixed64(1, atMs * NANOS).varint(2, SEVERITIES.getOrDefault(severity, 0)).text(3, severity);
    OtlpWriter.anyText(out, 5, body);
    out.end(log);
    add(out, atMs);
  }

  private void add(ProtoWriter item, long atMs) {
    items.add(item.toBytes());
    latestMs = Math.max(latestMs, atMs);
  }

  /** The request. */
  Telling telling() {
    ProtoWriter scope = new ProtoWriter(16);
    scope.bytes(1, new byte[0]);
    ProtoWriter out = new ProtoWriter(256 * items.size());
    OtlpWriter.resourceItems(out, resource, scope.toBytes(), items, "");
    return new Telling(latestMs, kind, out.toBytes());
  }

  /** A custom CDEvents event about a service. */
  static Telling event(String type, String id, long atMs, Map<String, String> content) {
    StringBuilder json = new StringBuilder(256);
    json.append("{\"context\":{\"version\":\"0.4.1\",\"id\":").append(quoted(id));
    json.append(",\"source\":\"data\",\"type\":").append(quoted(type));
    json.append(",\"timestamp\":").append(quoted(java.time.Instant.ofEpochMilli(atMs).toString()));
    json.append("},\"subject\":{\"id\":").append(quoted(content.getOrDefault("service", "")));
    json.append(",\"content\":{");
    String comma = "";
    for (Map.Entry<String, String> one : content.entrySet()) {
      json.append(comma).append(quoted(one.getKey())).append(':').append(quoted(one.getValue()));
      comma = ",";
    }
    json.append("}}}");
    byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    return new Telling(atMs, SignalKind.CHANGES, bytes);
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    return out.append('"').toString();
  }
}
