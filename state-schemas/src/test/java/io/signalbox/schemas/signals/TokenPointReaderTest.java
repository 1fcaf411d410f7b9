// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.signalbox.analytics.finops.Refusal;
import io.signalbox.analytics.finops.tokens.TokenKind;
import io.signalbox.analytics.finops.tokens.TokenPoint;
import io.signalbox.analytics.finops.tokens.TokenReading;
import io.signalbox.analytics.signals.GenAiEvent;
import io.signalbox.schemas.json.RecordJson;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenPointReaderTest {
  private static final long T0 = 1_760_000_000_000L;
  private static final long START = T0 * 1_000_000;
  private static final long END = START + 60_000_000_007L;
  private static final Map<String, String> BOT = Map.of("service.name", "bot", "pod", "1");

  private static List<SignalBatch> cut(byte[] request) {
    List<SignalBatch> batches = new ArrayList<>();
    new RequestCutter(4)
        .cut(SignalKind.METRICS, new Origin("file", 0, 0, Long.MAX_VALUE), request, batches::add);
    return batches;
  }

  private static List<GenAiEvent> events(Map<String, String> resource, Metric... metrics)
      throws IOException {
    List<GenAiEvent> events = new ArrayList<>();
    for (SignalBatch batch : cut(Requests.metrics(resource, metrics))) {
      if (batch.kind() == BatchKind.GEN_AI) {
        events.add(RecordJson.read(batch.payload(), GenAiEvent.class));
      }
    }
    return events;
  }

  private static List<KeyValue> said(String... pairs) {
    List<KeyValue> all = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      all.add(
          KeyValue.newBuilder()
              .setKey(pairs[i])
              .setValue(AnyValue.newBuilder().setStringValue(pairs[i + 1]))
              .build());
    }
    return all;
  }

  private static Metric histogram(String name, String type) {
    Metric.Builder metric = Metric.newBuilder().setName(name);
    metric
        .getHistogramBuilder()
        .setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE)
        .addDataPoints(
            HistogramDataPoint.newBuilder()
                .addAllAttributes(
                    said(
                        "gen_ai.token.type", type,
                        "gen_ai.operation.name", "chat",
                        "gen_ai.provider.name", "openai",
                        "gen_ai.request.model", "m",
                        "gen_ai.prompt", "a secret",
                        "tenant", "t",
                        "server.address", "api"))
                .setStartTimeUnixNano(START)
                .setTimeUnixNano(END)
                .setCount(3)
                .setSum(12_345_678)
                .setMax(9_000_000)
                .addExplicitBounds(10)
                .addBucketCounts(1)
                .addBucketCounts(2));
    return metric.build();
  }

  private static Metric counter(String name, boolean monotonic, NumberDataPoint.Builder point) {
    Metric.Builder metric = Metric.newBuilder().setName(name);
    metric
        .getSumBuilder()
        .setIsMonotonic(monotonic)
        .setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA)
        .addDataPoints(
            point
                .addAllAttributes(
                    said("gen_ai.token.modality", "text", "gen_ai.request.model", "m"))
                .setTimeUnixNano(END));
    return metric.build();
  }

  @Test
  void aHistogramOfTokensIsAnEventWithoutWhatWasSaid() throws IOException {
    GenAiEvent event = events(BOT, histogram("gen_ai.client.token.usage", "input")).get(0);
    Map<String, String> hashes = event.attributes();
    assertEquals(
        new GenAiEvent(
            "tokens",
            Instant.ofEpochMilli(T0 + 60_000),
            "",
            "bot",
            "gen_ai.client.token.usage",
            null,
            null,
            0,
            false,
            Map.ofEntries(
                Map.entry("gen_ai.token.type", "input"),
                Map.entry("gen_ai.operation.name", "chat"),
                Map.entry("gen_ai.provider.name", "openai"),
                Map.entry("gen_ai.request.model", "m"),
                Map.entry("tenant", "t"),
                Map.entry("metric.kind", "histogram"),
                Map.entry("metric.temporality", "cumulative"),
                Map.entry("metric.start_unix_nano", Long.toString(START)),
                Map.entry("metric.time_unix_nano", Long.toString(END)),
                Map.entry("metric.sum", "12345678"),
                Map.entry("metric.count", "3"),
                Map.entry("metric.max", "9000000"),
                Map.entry("metric.series", "" + hashes.get("metric.series")),
                Map.entry("metric.resource", "" + hashes.get("metric.resource")))),
        event);
  }

  @Test
  void whatIsCutIsWhatIsRead() throws IOException, Refusal {
    TokenPoint point =
        TokenReading.of(
            events(
                    BOT,
                    counter(
                        "gen_ai.client.inference.usage.cache_read.input_tokens",
                        true,
                        NumberDataPoint.newBuilder().setAsInt(7)))
                .get(0));
    assertNotNull(point);
    assertEquals(TokenKind.CACHE_READ, point.kind());
    assertEquals(7, point.sum());
    assertEquals(END, point.endNs());
    assertEquals(0, point.startNs());
    assertEquals(TokenPoint.UNKNOWN, point.count());
  }

  @Test
  void instancesAndAttributesAreSeriesOfTheirOwn() throws IOException {
    Metric input = histogram("gen_ai.client.token.usage", "input");
    Metric output = histogram("gen_ai.client.token.usage", "output");
    List<GenAiEvent> one = events(BOT, input, output);
    GenAiEvent other = events(Map.of("service.name", "bot", "pod", "2"), input).get(0);
    String resource = "metric.resource";
    String series = "metric.series";
    assertEquals(one.get(0).first(resource), one.get(1).first(resource));
    assertNotEquals(one.get(0).first(series), one.get(1).first(series));
    assertNotEquals(one.get(0).first(resource), other.first(resource));
    assertNotEquals(one.get(0).first(series), other.first(series));
  }

  @Test
  void whatIsOfAnotherFormSaysSo() throws IOException {
    String input = "gen_ai.client.inference.usage.input_tokens";
    Metric.Builder exponential = Metric.newBuilder().setName("gen_ai.client.token.usage");
    exponential
        .getExponentialHistogramBuilder()
        .addDataPoints(ExponentialHistogramDataPoint.newBuilder().setTimeUnixNano(END).setCount(2));
    List<GenAiEvent> events =
        events(
            BOT,
            exponential.build(),
            counter(input, false, NumberDataPoint.newBuilder().setAsDouble(1.5)),
            counter(input, true, NumberDataPoint.newBuilder().setAsDouble(1e300 * 1e300)),
            Requests.gauge(input, T0, 3, Map.of()));
    List<String> said =
        events.stream()
            .map(
                event ->
                    String.join(
                        " ",
                        event.first("metric.kind"),
                        event.first("metric.temporality"),
                        event.first("metric.sum")))
            .toList();
    assertEquals(
        List.of(
            "histogram unspecified ",
            "sum delta 1.5",
            "counter delta Infinity",
            "gauge unspecified 3"),
        said);
  }

  @Test
  void thePointsGoOnAsSeriesAsBefore() {
    Metric tokens = histogram("gen_ai.client.token.usage", "input");
    Metric others = histogram("gen_ai.client.token.used", "input");
    assertEquals(List.of("METRICS 2", "LOGS 0", "GEN_AI 1"), kinds(tokens));
    assertEquals(List.of("METRICS 2", "LOGS 0"), kinds(others));
  }

  private static List<String> kinds(Metric metric) {
    return cut(Requests.metrics(BOT, metric)).stream()
        .map(batch -> batch.kind() + " " + batch.count())
        .toList();
  }

  @Test
  void ofATornRequestNothingCounts() {
    byte[] whole = Requests.metrics(BOT, histogram("gen_ai.client.token.usage", "input"));
    List<SignalBatch> batches = cut(Arrays.copyOf(whole, whole.length - 3));
    assertEquals(List.of(BatchKind.DEAD_LETTER), batches.stream().map(SignalBatch::kind).toList());
  }
}
