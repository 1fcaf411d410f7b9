// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.signalbox.simulator.Recording.From;
import io.signalbox.simulator.Recording.Sent;
import io.signalbox.simulator.output.SignalTopic;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final Recording QUIET = Recording.of("5m", 7);

  @Test
  void theSameOptionsGiveTheSameBytes() {
    String[] faults = {"bad-deploy@1m+1m", "memory-leak@1m+2m", "retry-storm@3m+1m"};
    List<Sent> once = Recording.of("5m", 3, faults).sent;
    List<Sent> again = Recording.of("5m", 3, faults).sent;
    assertEquals(once.size(), again.size());
    for (int i = 0; i < once.size(); i++) {
      assertEquals(once.get(i).atMs(), again.get(i).atMs());
      assertArrayEquals(once.get(i).record(), again.get(i).record());
    }
  }

  @Test
  void anotherSeedGivesOtherBytes() {
    Sent ours = QUIET.sent.get(0);
    Sent theirs = Recording.of("5m", 8).sent.get(0);
    assertTrue(!Arrays.equals(ours.record(), theirs.record()));
  }

  @Test
  void aFaultLeavesWhatCameBeforeItUntouched() {
    List<Sent> hit = Recording.of("5m", 7, "bad-deploy@3m+1m").sent;
    long fault = SimulationOptions.START.toEpochMilli() + 180_000;
    List<Sent> before = QUIET.sent.stream().filter(sent -> sent.atMs() < fault).toList();
    assertTrue(before.size() > 300);
    for (int i = 0; i < before.size(); i++) {
      assertArrayEquals(before.get(i).record(), hit.get(i).record());
    }
  }

  @Test
  void itemsAreOutOfOrderByLessThanTwoSeconds() {
    assertDisorderBelowTwoSeconds(QUIET.spans, Span::getEndTimeUnixNano);
    assertDisorderBelowTwoSeconds(QUIET.metrics, Recording::time);
    assertDisorderBelowTwoSeconds(QUIET.records, LogRecord::getTimeUnixNano);
  }

  @Test
  void noRecordIsSentBeforeItsItemsHappened() throws IOException {
    for (Sent sent : QUIET.sent) {
      if (sent.topic() == SignalTopic.SPANS) {
        long latest =
            ExportTraceServiceRequest.parseFrom(sent.record()).getResourceSpansList().stream()
                .flatMap(of -> of.getScopeSpans(0).getSpansList().stream())
                .mapToLong(Span::getEndTimeUnixNano)
                .max()
                .orElseThrow();
        assertTrue(latest <= sent.atMs() * 1_000_000);
      }
    }
  }

  @Test
  void requestsAreOfACollectorsSize() throws IOException {
    Recording busy = new Recording();
    SimulationOptions crowd =
        new SimulationOptions(
            300, 200, Duration.ofSeconds(20), SimulationOptions.START, 1, List.of());
    Simulation.run(crowd, busy);
    int most = 0;
    for (Sent sent : busy.sent) {
      if (sent.topic() == SignalTopic.SPANS) {
        int spans =
            ExportTraceServiceRequest.parseFrom(sent.record()).getResourceSpansList().stream()
                .mapToInt(of -> of.getScopeSpans(0).getSpansCount())
                .sum();
        most = Math.max(most, spans);
      }
    }
    assertEquals(512, most);
  }

  @Test
  void everyKindOfMetricOccurs() {
    Map<Metric.DataCase, Integer> kinds = new EnumMap<>(Metric.DataCase.class);
    Set<String> temporalities = new TreeSet<>();
    for (From<Metric> metric : QUIET.metrics) {
      kinds.merge(metric.item().getDataCase(), 1, Integer::sum);
      if (metric.item().hasSum()) {
        temporalities.add(
            metric.item().getSum().getAggregationTemporality()
                + " "
                + metric.item().getSum().getIsMonotonic());
      }
    }
    assertEquals(
        Set.of("GAUGE", "SUM", "HISTOGRAM", "EXPONENTIAL_HISTOGRAM", "SUMMARY"),
        kinds.keySet().stream().map(Enum::name).collect(Collectors.toSet()));
    assertEquals(
        Set.of(
            "AGGREGATION_TEMPORALITY_CUMULATIVE true",
            "AGGREGATION_TEMPORALITY_CUMULATIVE false",
            "AGGREGATION_TEMPORALITY_DELTA true"),
        temporalities);
  }

  @Test
  void everySpanHasItsParentAndLiesWithinIt() {
    Map<ByteString, From<Span>> byId = QUIET.spansById();
    assertEquals(QUIET.spans.size(), byId.size());
    for (From<Span> span : QUIET.spans) {
      Span own = span.item();
      if (own.getParentSpanId().isEmpty()) {
        assertEquals("frontend", span.service());
        continue;
      }
      From<Span> parent = Recording.parent(byId, own);
      assertEquals(parent.item().getTraceId(), own.getTraceId());
      assertTrue(own.getStartTimeUnixNano() >= parent.item().getStartTimeUnixNano());
      assertTrue(own.getEndTimeUnixNano() <= parent.item().getEndTimeUnixNano());
      if (own.getKind() == SpanKind.SPAN_KIND_SERVER) {
        assertEquals(SpanKind.SPAN_KIND_CLIENT, parent.item().getKind());
        assertNotEquals(span.service(), parent.service());
        assertEquals(span.service(), peer(parent.item()));
      } else {
        assertEquals(span.instance(), parent.instance());
      }
    }
  }

  @Test
  void databasesAndTheModelProviderAreSilent() {
    Set<String> speaking = QUIET.spans.stream().map(From::service).collect(Collectors.toSet());
    Set<String> called =
        QUIET.spans.stream().map(span -> peer(span.item())).collect(Collectors.toSet());
    called.removeAll(speaking);
    called.remove("");
    assertEquals(Set.of("catalogue-db", "payment-db", "cart-cache", "api.openai.com"), called);
    assertEquals(12, speaking.size());
  }

  @Test
  void theRequestCounterAgreesWithTheServerSpans() {
    long spans =
        QUIET.spans.stream().filter(s -> s.item().getKind() == SpanKind.SPAN_KIND_SERVER).count();
    Map<String, Long> last =
        QUIET.metrics.stream()
            .filter(metric -> metric.item().getName().equals("app.requests"))
            .collect(
                Collectors.toMap(
                    m -> m.instance() + m.item().getSum().getDataPoints(0).getAttributesList(),
                    m -> m.item().getSum().getDataPoints(0).getAsInt(),
                    Math::max));
    long counted = last.values().stream().mapToLong(Long::longValue).sum();
    assertTrue(counted <= spans && counted > 0.96 * spans, counted + " of " + spans);
  }

  @Test
  void aQuietWorldHardlyFails() {
    List<Span> all = QUIET.spans.stream().map(From::item).toList();
    assertTrue(Recording.share(all, Recording::failed) < 0.005);
  }

  @Test
  void evaluationsNameTheResponseTheyRate() {
    Set<String> responses =
        QUIET.spans.stream()
            .map(s -> Recording.text(s.item().getAttributesList(), "gen_ai.response.id"))
            .collect(Collectors.toSet());
    List<LogRecord> rated =
        QUIET.records.stream()
            .map(From::item)
            .filter(log -> log.getEventName().equals("gen_ai.evaluation.result"))
            .toList();
    assertTrue(rated.size() > 50);
    for (LogRecord log : rated) {
      String id = Recording.text(log.getAttributesList(), "gen_ai.response.id");
      assertTrue(!id.isEmpty() && responses.contains(id), id);
    }
  }

  @Test
  void aQuestionToAModelCarriesWhatItCostAndForWhom() {
    List<Span> chats =
        QUIET.spans.stream()
            .filter(span -> span.service().equals("assistant"))
            .map(From::item)
            .filter(span -> span.getName().equals("chat gpt-4o-2024-08-06"))
            .toList();
    assertTrue(chats.size() > 100);
    for (Span chat : chats) {
      Map<String, AnyValue> said =
          chat.getAttributesList().stream()
              .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
      assertEquals("chat", text(said, "gen_ai.operation.name"));
      assertEquals("openai", text(said, "gen_ai.provider.name"));
      assertEquals("gpt-4o-2024-08-06", text(said, "gen_ai.request.model"));
      assertTrue(Set.of("acme", "globex", "initech", "umbrella").contains(text(said, "tenant")));
      assertTrue(Set.of("advice", "support").contains(text(said, "feature")));
      long input = count(said, "gen_ai.usage.input_tokens");
      assertTrue(input > 0 && count(said, "gen_ai.usage.output_tokens") > 0);
      assertTrue(count(said, "gen_ai.usage.cache_read.input_tokens") <= input);
    }
  }

  @Test
  void callsFollowTheConventionsOfTheirProtocol() {
    Map<String, AnyValue> page = attributes("frontend", SpanKind.SPAN_KIND_SERVER, "GET /cart");
    assertEquals("GET", text(page, "http.request.method"));
    assertEquals("/cart", text(page, "http.route"));
    assertEquals(200, count(page, "http.response.status_code"));
    Map<String, AnyValue> charge =
        attributes("checkout", SpanKind.SPAN_KIND_CLIENT, "shop.Payment/Charge");
    assertEquals("grpc", text(charge, "rpc.system.name"));
    assertEquals("OK", text(charge, "rpc.response.status_code"));
    assertEquals("payment", text(charge, "server.address"));
    Map<String, AnyValue> query =
        attributes("payment", SpanKind.SPAN_KIND_CLIENT, "INSERT charges");
    assertEquals("postgresql", text(query, "db.system.name"));
    assertEquals("payment-db", text(query, "server.address"));
    assertEquals(5432, count(query, "server.port"));
  }

  private static Map<String, AnyValue> attributes(String service, SpanKind kind, String name) {
    return QUIET.spans.stream()
        .filter(span -> span.service().equals(service))
        .map(From::item)
        .filter(span -> span.getKind() == kind && span.getName().equals(name))
        .filter(span -> !Recording.failed(span))
        .findFirst()
        .orElseThrow()
        .getAttributesList()
        .stream()
        .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
  }

  private static String text(Map<String, AnyValue> attributes, String key) {
    return attributes.getOrDefault(key, AnyValue.getDefaultInstance()).getStringValue();
  }

  private static long count(Map<String, AnyValue> attributes, String key) {
    return attributes.getOrDefault(key, AnyValue.getDefaultInstance()).getIntValue();
  }

  private static String peer(Span span) {
    return Recording.text(span.getAttributesList(), "peer.service");
  }

  private static <T> void assertDisorderBelowTwoSeconds(
      List<From<T>> items, ToLongFunction<T> time) {
    long latest = Long.MIN_VALUE;
    for (From<T> item : items) {
      long at = time.applyAsLong(item.item());
      assertTrue(latest - at < 2_000_000_000L || latest == Long.MIN_VALUE);
      latest = Math.max(latest, at);
    }
  }
}
