// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator;

import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CLIENT;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_SERVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faults that can hit any node of any world. */
class NodeFaultsTest {
  @Test
  void aSlowDatabaseIsSeenByItsClientsAndASlowServiceByItself() {
    Recording database = Recording.of("6m", 1, "slow-node:payment-db@2m+2m");
    double usual = Recording.medianMs(database.spans("payment", SPAN_KIND_CLIENT, 0, 2));
    double slow = Recording.medianMs(database.spans("payment", SPAN_KIND_CLIENT, 2.1, 4));
    assertTrue(slow > usual + 35 && slow < usual + 450, usual + " to " + slow + " ms");

    Recording service = Recording.of("6m", 1, "slow-node:currency@2m+2m");
    double before = Recording.medianMs(service.spans("currency", SPAN_KIND_SERVER, 0, 2));
    double during = Recording.medianMs(service.spans("currency", SPAN_KIND_SERVER, 2.1, 4));
    assertTrue(during > before + 35 && during < before + 450, before + " to " + during + " ms");
  }

  @Test
  void anErrorBurstFailsAPartOfTheRequestsAndNothingWasChanged() {
    Recording world = Recording.of("6m", 1, "error-burst:cart@2m+2m");
    double share = Recording.share(world.spans("cart", SPAN_KIND_SERVER, 2, 4), Recording::failed);
    assertTrue(share > 0.1 && share < 0.8, share + " fail");
    assertTrue(
        Recording.share(world.spans("cart", SPAN_KIND_SERVER, 0, 2), Recording::failed) < 0.01);
    assertTrue(world.changes.isEmpty());
  }

  @Test
  void saturatedProcessorsAreReadAndMakeRequestsWait() {
    Recording world = Recording.of("6m", 1, "cpu-saturation:recommendation@2m+2m");
    assertTrue(cpu(world, 0, 2) < 0.3);
    assertTrue(cpu(world, 2.2, 4) > 0.9);
    List<Span> during = world.spans("recommendation", SPAN_KIND_SERVER, 2.1, 4);
    assertTrue(Recording.medianMs(during) > 70);
  }

  @Test
  void aPeerThatRefusesSaysSoToItsClients() {
    Recording world = Recording.of("6m", 1, "peer-refusal:cart-cache@2m+2m");
    List<Span> calls = world.spans("cart", SPAN_KIND_CLIENT, 2.1, 4);
    assertEquals(0.7, Recording.share(calls, Recording::failed), 0.1);
    assertTrue(
        calls.stream()
            .filter(Recording::failed)
            .allMatch(s -> Recording.text(s.getAttributesList(), "error.type").equals("429")));
  }

  @Test
  void aHarmlessDeployChangesTheVersionAndNothingElse() {
    Recording world = Recording.of("6m", 1, "harmless-deploy:ad@2m+2m");
    assertEquals(1, world.changes.size());
    assertTrue(
        world.spans.stream()
            .filter(span -> span.service().equals("ad"))
            .filter(span -> Recording.within(span.item().getStartTimeUnixNano(), 3, 6))
            .allMatch(span -> span.version().equals("2.1.1")));
    assertTrue(
        Recording.share(world.spans("ad", SPAN_KIND_SERVER, 2, 6), Recording::failed) < 0.02);
  }

  private static double cpu(Recording world, double from, double to) {
    return world.metrics("recommendation", "k8s.pod.cpu.usage", from, to).stream()
        .mapToDouble(metric -> metric.item().getGauge().getDataPoints(0).getAsDouble())
        .average()
        .orElseThrow();
  }
}
