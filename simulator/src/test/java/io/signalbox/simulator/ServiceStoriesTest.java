// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator;

import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CLIENT;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_SERVER;
import static io.signalbox.simulator.Gauged.reason;
import static io.signalbox.simulator.Gauged.records;
import static io.signalbox.simulator.Gauged.rise;
import static io.signalbox.simulator.Gauged.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be seen of failures of one service. */
class ServiceStoriesTest {
  @Test
  void anOverloadStaysWhenItsSpikeIsOver() {
    Recording world = Recording.of("16m", 1, "metastable-overload@4m+10m");
    double pages = world.spans("frontend", SPAN_KIND_SERVER, 2, 4).size() / 4.0;
    double during = world.spans("frontend", SPAN_KIND_SERVER, 5.5, 6).size();
    double later = world.spans("frontend", SPAN_KIND_SERVER, 7, 9).size() / 4.0;
    assertTrue(during > 2.2 * pages && later < 1.3 * pages, pages + " " + during + " " + later);
    double usual = Recording.medianMs(world.spans("catalogue", SPAN_KIND_SERVER, 2, 4));
    double atFirst = Recording.medianMs(world.spans("catalogue", SPAN_KIND_SERVER, 4, 4.15));
    assertTrue(atFirst < 20, "slow before the load is high: " + atFirst + " ms");
    double stuck = Recording.medianMs(world.spans("catalogue", SPAN_KIND_SERVER, 9, 13.5));
    assertTrue(stuck > 100 * usual, usual + " ms to " + stuck);
    assertTrue(Recording.medianMs(world.spans("catalogue", SPAN_KIND_SERVER, 14.5, 16)) < 20);
  }

  @Test
  void slownessWalksUpTheGraph() {
    Recording world = Recording.of("16m", 1, "cascading-timeouts@4m+10m");
    double[] onsets = new double[3];
    String[] path = {"payment", "checkout", "frontend"};
    for (int i = 0; i < path.length; i++) {
      double usual = p90(world.spans(path[i], SPAN_KIND_SERVER, 0, 4));
      double minute = 4;
      while (p90(world.spans(path[i], SPAN_KIND_SERVER, minute, minute + 1)) < 1.5 * usual) {
        minute += 0.25;
      }
      onsets[i] = minute;
    }
    assertTrue(onsets[0] < onsets[1] && onsets[1] <= onsets[2], java.util.Arrays.toString(onsets));
    List<Span> orders = world.spans("checkout", SPAN_KIND_SERVER, 12.5, 14);
    assertTrue(Recording.share(orders, Recording::failed) > 0.8);
  }

  @Test
  void anEmptyCacheSendsAllToTheDatabase() {
    Recording world = Recording.of("12m", 1, "cache-stampede@4m+6m");
    double before = world.spans("catalogue", SPAN_KIND_CLIENT, 0, 4).size() / 4.0;
    double during = world.spans("catalogue", SPAN_KIND_CLIENT, 4.2, 10).size() / 5.8;
    assertTrue(during > 3 * before, before + " to " + during);
    assertTrue(ratio(world, 0, 4) > 0.85 && ratio(world, 4.5, 10) < 0.3);
    assertTrue(Gauged.of(world, "catalogue", "redis.uptime", 4.1, 4.5).getMax() < 60);
    double slow = Recording.medianMs(world.spans("catalogue", SPAN_KIND_CLIENT, 4.2, 10));
    assertTrue(slow > 80, slow + " ms");
    double counted = rise(world, "catalogue", "db.client.operation.duration", 4.3, 8.3);
    assertTrue(counted > 3 * rise(world, "catalogue", "db.client.operation.duration", 0, 4));
  }

  @Test
  void aVersionThatCannotStartIsNeverReady() {
    Recording world = Recording.of("14m", 1, "crash-loop@4m+8m");
    assertEquals(1, Gauged.of(world, "cart", "k8s.container.ready", 0, 4).getMin());
    assertEquals(0, Gauged.of(world, "cart", "k8s.container.ready", 4.8, 12).getMax());
    assertEquals(1, Gauged.of(world, "cart", "k8s.container.ready", 12.4, 14).getMin());
    assertTrue(Gauged.of(world, "cart", "k8s.container.restarts", 4, 12).getMax() >= 4);
    assertTrue(records(world, 4, 12, reason("BackOff")).size() >= 8);
    assertTrue(world.changes.get(0).contains("shop/cart@1.13.0"));
    assertTrue(world.changes.get(1).contains("service.rolledback"));
  }

  @Test
  void aServiceThatIsNotHeardOfStillAnswers() {
    Recording world = Recording.of("10m", 1, "telemetry-silence@3m+5m");
    assertEquals(0, world.spans("shipping", SPAN_KIND_SERVER, 3.1, 8).size());
    assertEquals(0, Gauged.of(world, "shipping", "k8s.container.ready", 3.1, 8).getCount());
    assertEquals(0, records(world, 3.1, 8, says("quote")).size());
    List<Span> calls =
        world.spans("checkout", SPAN_KIND_CLIENT, 3.1, 8).stream()
            .filter(s -> Recording.text(s.getAttributesList(), "peer.service").equals("shipping"))
            .toList();
    assertTrue(calls.size() > 100);
    assertTrue(Recording.share(calls, Recording::failed) < 0.02);
  }

  @Test
  void aPoolRunsEmptyBeforeRequestsTimeOut() {
    Recording world = Recording.of("14m", 1, "pool-exhaustion@4m+9m");
    assertTrue(Gauged.of(world, "payment", "db.client.connection.count", 0, 4).getMax() < 15);
    assertEquals(20, Gauged.of(world, "payment", "db.client.connection.count", 7.2, 13).getMin());
    assertEquals(0, rise(world, "payment", "db.client.connection.timeouts", 0, 7.4));
    assertTrue(rise(world, "payment", "db.client.connection.timeouts", 7.5, 13) > 200);
    assertTrue(records(world, 7, 13, says("timeout waiting for connection")).size() > 20);
    double queries = Recording.medianMs(world.spans("payment", SPAN_KIND_CLIENT, 8, 13));
    assertEquals(5, queries, 1.5);
    assertTrue(Recording.medianMs(world.spans("payment", SPAN_KIND_SERVER, 8, 13)) > 300);
  }

  @Test
  void aCertificateEndsAsCouldBeRead() {
    Recording world = Recording.of("10m", 1, "certificate-expiry@4m+5m");
    String left = "httpcheck.tls.cert_remaining";
    assertEquals(240, Gauged.of(world, "shipping", left, 0, 4).getMax(), 11);
    assertTrue(Gauged.of(world, "shipping", left, 4.2, 9).getMax() < 0);
    assertTrue(Gauged.of(world, "email", left, 0, 10).getMin() > 30 * 86_400);
    List<Span> calls = failedCalls(world, "shipping", 4, 9);
    assertTrue(calls.size() > 100);
    assertTrue(
        calls.stream()
            .allMatch(
                s -> Recording.text(s.getAttributesList(), "error.type").contains("Certificate")));
    assertEquals(0, world.spans("shipping", SPAN_KIND_SERVER, 5, 9).size());
  }

  @Test
  void aNameWithoutAddressFailsForAllWhoAsk() {
    Recording world = Recording.of("10m", 1, "dns-failure@4m+5m");
    List<Span> calls = failedCalls(world, "catalogue", 4, 9);
    double nameless =
        Recording.share(
            calls, s -> Recording.text(s.getAttributesList(), "error.type").equals("net.DNSError"));
    assertTrue(nameless > 0.5 && nameless < 0.8, nameless + "");
    for (String caller : List.of("frontend", "checkout", "recommendation")) {
      double before = rise(world, caller, "dns.lookup.duration", 0, 4);
      assertTrue(rise(world, caller, "dns.lookup.duration", 4, 9) > before + 100, caller);
    }
  }

  @Test
  void aConsumerFallsBehindFasterAndFaster() {
    Recording world = Recording.of("24m", 1, "backlog-spiral@4m+18m");
    String lag = "kafka.consumer_group.lag";
    assertTrue(Gauged.of(world, "email", lag, 0, 4).getMax() < 20);
    double early = Gauged.of(world, "email", lag, 10, 11).getMax() / 7;
    double late =
        Gauged.of(world, "email", lag, 21, 22).getMax()
            - Gauged.of(world, "email", lag, 20, 21).getMax();
    assertTrue(late > 4 * early, early + " a minute, then " + late);
    assertEquals(6, records(world, 4, 22, says("revoke previously assigned")).size());
    assertTrue(Gauged.of(world, "email", "k8s.container.restarts", 4, 22).getMax() >= 3);
    assertTrue(Gauged.of(world, "email", lag, 22.2, 24).getMax() < 20);
  }

  @Test
  void aServiceIsScaledDownAndUpAndDownAgain() {
    Recording world = Recording.of("20m", 1, "autoscaler-oscillation@4m+14m");
    assertEquals(6, records(world, 4, 19, reason("SuccessfulRescale")).size());
    assertEquals(6, world.changes.size());
    assertTrue(world.changes.get(0).contains("signalbox-replicas.modified"));
    assertEquals(1, Gauged.of(world, "currency", "k8s.deployment.desired", 4.2, 7).getMax());
    assertEquals(2, Gauged.of(world, "currency", "k8s.deployment.desired", 7.2, 10).getMin());
    double few = Recording.medianMs(world.spans("currency", SPAN_KIND_SERVER, 4, 7));
    double many = Recording.medianMs(world.spans("currency", SPAN_KIND_SERVER, 7.1, 10));
    assertTrue(few > 20 * many, few + " and " + many);
  }

  private static List<Span> failedCalls(Recording world, String callee, double from, double to) {
    return world.spans.stream()
        .map(Recording.From::item)
        .filter(s -> s.getKind() == SPAN_KIND_CLIENT && Recording.failed(s))
        .filter(s -> Recording.within(s.getStartTimeUnixNano(), from, to))
        .filter(s -> Recording.text(s.getAttributesList(), "peer.service").equals(callee))
        .toList();
  }

  private static double p90(List<Span> spans) {
    double[] ms = spans.stream().mapToDouble(Recording::ms).sorted().toArray();
    return ms[(int) (0.9 * ms.length)];
  }

  private static double ratio(Recording world, double from, double to) {
    double hits = rise(world, "catalogue", "redis.keyspace.hits", from, to);
    return hits / (hits + rise(world, "catalogue", "redis.keyspace.misses", from, to));
  }
}
