// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.ZstdInputStream;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.detection.RequestWatch;
import io.signalbox.analytics.signals.DurationSketch;
import io.signalbox.analytics.signals.SpanCell;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The watch on a real capture of five minutes in which one version of one service fails. */
class HipstershopWatchTest {
  private final TreeMap<Long, TreeMap<String, List<SpanCell>>> ticks = new TreeMap<>();
  private final TreeMap<String, RequestWatch> watches = new TreeMap<>();
  private final List<Episode> episodes = new ArrayList<>();

  @Test
  void theVersionAtFaultIsFoundInItsFirstMinuteAndNothingElseIsBlamed() throws IOException {
    read(capture());
    play();
    List<String> opened =
        episodes.stream()
            .filter(e -> e.status() == EpisodeStatus.OPEN)
            .map(e -> e.service() + " " + e.kind() + " " + e.subject())
            .toList();
    assertEquals(
        List.of(
            "paymentservice ERRORS grpc.hipstershop.PaymentService/Charge",
            "paymentservice COHORT version=v350.10"),
        opened);
    Episode cohort =
        episodes.stream().filter(e -> e.kind() == EpisodeKind.COHORT).findFirst().orElseThrow();
    assertTrue(cohort.updatedAt().isBefore(Instant.parse("2022-06-24T18:37:20Z")));
  }

  private static Path capture() {
    String root = System.getProperty("signalbox.root", ".");
    String data = System.getenv().getOrDefault("SIGNALBOX_DATA", root + "/../shared/data");
    Path file = Path.of(data, "otlp", "captures", "hipstershop-oteltraces.zst");
    Assumptions.assumeTrue(Files.exists(file), () -> "no capture at " + file);
    return file;
  }

  private void play() {
    for (var tick : ticks.entrySet()) {
      for (String service : tick.getValue().keySet()) {
        watches.computeIfAbsent(service, s -> new RequestWatch("test-env", s));
      }
      watches.forEach(
          (service, watch) -> {
            advance(watch, tick.getKey());
            watch.foldSpans(tick.getKey(), tick.getValue().getOrDefault(service, List.of()));
          });
    }
    watches.values().forEach(watch -> advance(watch, ticks.lastKey() + 11_000));
  }

  private void advance(RequestWatch watch, long nowMs) {
    watch.advance(nowMs, (id, kind, subject, at, value, support) -> {}, episodes::add, c -> {});
  }

  private void read(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        DataInputStream in = new DataInputStream(new ZstdInputStream(raw))) {
      var request = ExportTraceServiceRequest.parseFrom(in.readNBytes(in.readInt()));
      for (var resource : request.getResourceSpansList()) {
        List<KeyValue> attributes = resource.getResource().getAttributesList();
        for (var scope : resource.getScopeSpansList()) {
          scope.getSpansList().forEach(span -> add(attributes, span));
        }
      }
    }
  }

  private void add(List<KeyValue> resource, Span span) {
    long tick = span.getEndTimeUnixNano() / 1_000_000_000 * 1000;
    long micros = (span.getEndTimeUnixNano() - span.getStartTimeUnixNano()) / 1000;
    SpanCell cell =
        new SpanCell(
            span.getName(),
            span.getKindValue(),
            text(span.getAttributesList(), "version"),
            text(resource, "cloud.availability_zone"),
            1,
            span.getStatus().getCodeValue() == 2 ? 1 : 0,
            new int[] {DurationSketch.binOf(micros)},
            new long[] {1});
    ticks
        .computeIfAbsent(tick, t -> new TreeMap<>())
        .computeIfAbsent(text(resource, "service.name"), s -> new ArrayList<>())
        .add(cell);
  }

  private static String text(List<KeyValue> attributes, String key) {
    for (KeyValue attribute : attributes) {
      if (attribute.getKey().equals(key)) {
        return attribute.getValue().getStringValue();
      }
    }
    return "";
  }
}
