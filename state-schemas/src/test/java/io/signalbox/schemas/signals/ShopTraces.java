// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.ZstdInputStream;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import io.signalbox.analytics.signals.SpanHalf;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The halves of the calls in the capture of a web shop whose payments fail. */
public final class ShopTraces {
  private static final List<String> PEER_NAMES =
      List.of("peer.service", "server.address", "net.peer.name", "peer.hostname");

  private ShopTraces() {}

  /** Reads the capture; skips the test where it is absent. */
  public static List<SpanHalf> halves() throws IOException {
    String data = System.getenv().getOrDefault("SIGNALBOX_DATA", "../shared/data");
    Path root = Path.of(System.getProperty("signalbox.root", "."));
    Path file = root.resolve(data).resolve("otlp/captures/hipstershop-oteltraces.zst");
    assumeTrue(Files.exists(file), "no capture at " + file);
    List<SpanHalf> halves = new ArrayList<>();
    try (var in = new DataInputStream(new ZstdInputStream(Files.newInputStream(file)))) {
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(bytes);
      for (var ofResource : request.getResourceSpansList()) {
        var resource = ofResource.getResource().getAttributesList();
        ofResource.getScopeSpansList().stream()
            .flatMap(scope -> scope.getSpansList().stream())
            .forEach(span -> add(halves, resource, span));
      }
    }
    return halves;
  }

  private static void add(List<SpanHalf> halves, List<KeyValue> resource, Span span) {
    boolean client =
        span.getKind() == SpanKind.SPAN_KIND_CLIENT
            || span.getKind() == SpanKind.SPAN_KIND_PRODUCER;
    boolean server =
        span.getKind() == SpanKind.SPAN_KIND_SERVER
            || span.getKind() == SpanKind.SPAN_KIND_CONSUMER;
    boolean root = span.getParentSpanId().isEmpty();
    if (!client && (!server || root)) {
      return;
    }
    ByteBuffer trace = span.getTraceId().asReadOnlyByteBuffer();
    var call = client ? span.getSpanId() : span.getParentSpanId();
    halves.add(
        new SpanHalf(
            trace.getLong(0),
            trace.getLong(8),
            call.asReadOnlyByteBuffer().getLong(),
            client,
            text(resource, "deployment.environment"),
            text(resource, "service.name"),
            span.getName(),
            client ? peer(span.getAttributesList()) : "",
            span.getEndTimeUnixNano() / 1_000_000,
            (span.getEndTimeUnixNano() - span.getStartTimeUnixNano()) / 1000,
            span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR));
  }

  private static String peer(List<KeyValue> attributes) {
    return PEER_NAMES.stream()
        .map(name -> text(attributes, name))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String text(List<KeyValue> attributes, String name) {
    return attributes.stream()
        .filter(attribute -> attribute.getKey().equals(name))
        .map(attribute -> attribute.getValue().getStringValue())
        .findFirst()
        .orElse("");
  }
}
