// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator;

import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CLIENT;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_SERVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.Span;
import io.signalbox.simulator.Recording.From;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FaultSignatureTest {
  @Test
  void aBadDeployFailsOnTheNewVersionOnlyAndItsCallersSeeIt() {
    Recording world = Recording.of("9m", 1, "bad-deploy:payment@3m+3m");
    List<From<Span>> charges =
        world.spans.stream()
            .filter(s -> s.service().equals("payment"))
            .filter(s -> s.item().getKind() == SPAN_KIND_SERVER)
            .toList();
    List<Span> bad =
        charges.stream().filter(s -> s.version().equals("2.4.0")).map(From::item).toList();
    List<Span> good =
        charges.stream().filter(s -> s.version().equals("2.3.1")).map(From::item).toList();
    assertEquals(charges.size(), bad.size() + good.size());
    assertTrue(bad.size() > 100 && good.size() > 200);
    assertEquals(0.6, Recording.share(bad, Recording::failed), 0.12);
    assertTrue(Recording.share(good, Recording::failed) < 0.02);
    assertTrue(bad.stream().allMatch(s -> Recording.within(s.getEndTimeUnixNano(), 3, 6.5)));
    assertTrue(
        Recording.share(world.spans("checkout", SPAN_KIND_SERVER, 3.5, 6), Recording::failed)
            > 0.4);
    assertEquals(2, world.changes.size());
    assertTrue(world.changes.get(0).contains("dev.cdevents.service.upgraded.0.3.0"));
    assertTrue(world.changes.get(0).contains("shop/payment@2.4.0"));
    assertTrue(world.changes.get(1).contains("dev.cdevents.service.rolledback.0.3.0"));
  }

  @Test
  void aServiceInOutageSaysNothingAtAllAndItsCallersFail() {
    Recording world = Recording.of("6m", 1, "dependency-outage:shipping@2m+2m");
    assertEquals(0, world.spans.stream().filter(s -> silent(s, end(s))).count());
    assertEquals(
        0, world.metrics.stream().filter(m -> silent(m, Recording.time(m.item()))).count());
    assertEquals(
        0, world.records.stream().filter(r -> silent(r, r.item().getTimeUnixNano())).count());
    List<Span> calls =
        world.spans("checkout", SPAN_KIND_CLIENT, 2.1, 4).stream()
            .filter(s -> peer(s).equals("shipping"))
            .toList();
    assertTrue(calls.size() > 50);
    assertEquals(1, Recording.share(calls, Recording::failed));
    assertTrue(!world.spans("shipping", SPAN_KIND_SERVER, 4.2, 6).isEmpty());
  }

  @Test
  void aDatabaseInOutageIsSeenByItsClientsOnly() {
    Recording world = Recording.of("6m", 1, "dependency-outage:payment-db@2m+2m");
    List<Span> queries = world.spans("payment", SPAN_KIND_CLIENT, 2.1, 4);
    assertTrue(queries.size() > 50);
    assertEquals(1, Recording.share(queries, Recording::failed));
    assertTrue(
        Recording.share(world.spans("payment", SPAN_KIND_CLIENT, 0, 2), Recording::failed) < 0.01);
  }

  @Test
  void aSlowEdgeLosesTimeOnTheWayWhileTheCalleeIsAsFastAsEver() {
    Recording world = Recording.of("6m", 1, "slow-edge:checkout/payment@2m+2m");
    double serverBefore = Recording.medianMs(world.spans("payment", SPAN_KIND_SERVER, 0, 2));
    double serverDuring = Recording.medianMs(world.spans("payment", SPAN_KIND_SERVER, 2, 4));
    assertEquals(serverBefore, serverDuring, 0.25 * serverBefore);
    assertTrue(wireMs(world, 0, 2) < 5);
    assertEquals(251, wireMs(world, 2.1, 4), 5);
    assertTrue(wireMs(world, 4.1, 6) < 5);
  }

  @Test
  void aMemoryLeakClimbsRestartsAndResetsCounters() {
    Recording world = Recording.of("9m", 1, "memory-leak:catalogue@2m+5m");
    long peak =
        world.metrics("catalogue", "k8s.pod.memory.working_set", 2, 7).stream()
            .mapToLong(m -> m.item().getGauge().getDataPoints(0).getAsInt())
            .max()
            .orElseThrow();
    assertTrue(peak > 450L << 20, peak + " bytes");
    long restarts =
        world.metrics("catalogue", "k8s.container.restarts", 2, 7).stream()
            .mapToLong(m -> m.item().getGauge().getDataPoints(0).getAsInt())
            .max()
            .orElseThrow();
    assertTrue(restarts >= 2, restarts + " restarts");
    assertTrue(resets(world, "catalogue") >= 3 * restarts - 2);
    assertEquals(0, resets(world, "payment"));
    assertTrue(
        world.records.stream()
            .anyMatch(
                r -> r.service().equals("catalogue") && r.item().getSeverityNumberValue() == 21));
    List<Span> calls = world.spans("frontend", SPAN_KIND_CLIENT, 3, 7);
    assertTrue(calls.stream().anyMatch(s -> Recording.failed(s) && peer(s).equals("catalogue")));
  }

  @Test
  void aRetryStormMultipliesTheLoadOfTheSlowService() {
    Recording world = Recording.of("6m", 1, "retry-storm:catalogue@2m+2m");
    int before = world.spans("catalogue", SPAN_KIND_SERVER, 0, 2).size();
    int during = world.spans("catalogue", SPAN_KIND_SERVER, 2.1, 4.1).size();
    assertTrue(during > 2.2 * before, before + " to " + during);
    List<Span> calls =
        world.spans("frontend", SPAN_KIND_CLIENT, 2.1, 4).stream()
            .filter(s -> peer(s).equals("catalogue"))
            .toList();
    assertTrue(Recording.share(calls, Recording::failed) > 0.95);
  }

  @Test
  void aProviderThatHasHadEnoughAnswers429() {
    Recording world = Recording.of("6m", 1, "provider-429@2m+2m");
    List<Span> chats = chats(world, 2.1, 4);
    List<Span> refused =
        chats.stream()
            .filter(s -> Recording.text(s.getAttributesList(), "error.type").equals("429"))
            .toList();
    assertEquals(0.8, refused.size() / (double) chats.size(), 0.12);
    for (Span span : refused) {
      assertTrue(Recording.failed(span));
      assertEquals(
          429,
          Recording.value(span.getAttributesList(), "http.response.status_code").getIntValue());
    }
    assertEquals(0, Recording.share(chats(world, 0, 2), Recording::failed));
  }

  @Test
  void aRunawayAgentBurnsTokens() {
    Recording world = Recording.of("8m", 1, "runaway-agent@3m+3m");
    long before = inputTokens(chats(world, 0, 3));
    long during = inputTokens(chats(world, 3.3, 6.3));
    assertTrue(during > 3 * before, before + " to " + during);
    assertTrue(chats(world, 3.3, 6.3).size() > 1.8 * chats(world, 0, 3).size());
  }

  @Test
  void aModelSwitchLowersTheRatingsWhileAllElseStaysGreen() {
    Recording world = Recording.of("9m", 1, "quality-drop@3m+3m");
    assertEquals(0.84, rating(world, 0, 3), 0.04);
    assertEquals(0.59, rating(world, 3.2, 6), 0.04);
    assertEquals(0.84, rating(world, 6.2, 9), 0.04);
    assertEquals(0, Recording.share(chats(world, 3, 6), Recording::failed));
    assertTrue(
        chats(world, 3.1, 6).stream()
            .allMatch(
                s ->
                    Recording.text(s.getAttributesList(), "gen_ai.response.model")
                        .equals("gpt-4o-mini-2024-07-18")));
    assertTrue(world.changes.get(0).contains("models/openai@gpt-4o-mini-2024-07-18"));
  }

  private static boolean silent(From<?> item, long ns) {
    return item.service().equals("shipping") && Recording.within(ns, 2, 4);
  }

  private static long end(From<Span> span) {
    return span.item().getEndTimeUnixNano();
  }

  private static String peer(Span span) {
    return Recording.text(span.getAttributesList(), "peer.service");
  }

  private static double wireMs(Recording world, double from, double to) {
    Map<ByteString, From<Span>> byId = world.spansById();
    double[] wire =
        world.spans("payment", SPAN_KIND_SERVER, from, to).stream()
            .mapToDouble(s -> Recording.ms(Recording.parent(byId, s).item()) - Recording.ms(s))
            .sorted()
            .toArray();
    return wire[wire.length / 2];
  }

  private static int resets(Recording world, String service) {
    Map<String, NumberDataPoint> last = new TreeMap<>();
    int resets = 0;
    for (From<Metric> metric : world.metrics(service, "app.requests", 0, 7)) {
      NumberDataPoint point = metric.item().getSum().getDataPoints(0);
      if (Recording.text(point.getAttributesList(), "outcome").equals("ok")) {
        NumberDataPoint before = last.put(metric.instance(), point);
        boolean reset = before != null && point.getAsInt() < before.getAsInt();
        boolean restarted =
            before != null && point.getStartTimeUnixNano() > before.getStartTimeUnixNano();
        assertEquals(restarted, reset);
        resets += reset ? 1 : 0;
      }
    }
    return resets;
  }

  private static List<Span> chats(Recording world, double from, double to) {
    return world.spans("assistant", SPAN_KIND_CLIENT, from, to).stream()
        .filter(s -> s.getName().startsWith("chat "))
        .toList();
  }

  private static long inputTokens(List<Span> chats) {
    return chats.stream()
        .mapToLong(
            s -> Recording.value(s.getAttributesList(), "gen_ai.usage.input_tokens").getIntValue())
        .sum();
  }

  private static double rating(Recording world, double from, double to) {
    return world.records.stream()
        .map(From::item)
        .filter(r -> r.getEventName().equals("gen_ai.evaluation.result"))
        .filter(r -> Recording.within(r.getTimeUnixNano(), from, to))
        .mapToDouble(FaultSignatureTest::score)
        .average()
        .orElseThrow();
  }

  private static double score(LogRecord record) {
    return Recording.value(record.getAttributesList(), "gen_ai.evaluation.score.value")
        .getDoubleValue();
  }
}
