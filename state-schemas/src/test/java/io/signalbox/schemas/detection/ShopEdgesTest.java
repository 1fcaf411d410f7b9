// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.analytics.signals.SpanHalf;
import io.signalbox.schemas.signals.ShopTraces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The edges of a real capture in which one version of the payment service fails. */
class ShopEdgesTest {
  private static List<SpanHalf> halves = List.of();
  private static EdgeRun run = new EdgeRun(1);

  @BeforeAll
  static void runTheCapture() throws IOException {
    halves = ShopTraces.halves();
    run = new EdgeRun(4).through(halves);
  }

  @Test
  void allThirteenEdgesBetweenServicesComeFromClientAndServerSpans() {
    assertEquals(
        List.of(
            "checkoutservice>cartservice",
            "checkoutservice>currencyservice",
            "checkoutservice>emailservice",
            "checkoutservice>paymentservice",
            "checkoutservice>productcatalogservice",
            "checkoutservice>shippingservice",
            "frontend>cartservice",
            "frontend>checkoutservice",
            "frontend>currencyservice",
            "frontend>productcatalogservice",
            "frontend>recommendationservice",
            "frontend>shippingservice",
            "recommendationservice>productcatalogservice"),
        edges(window -> !window.calleeSilent()));
  }

  @Test
  void peersWithoutTelemetryAreNodes() {
    assertEquals(
        List.of(
            "cartservice>Galactus.Postgres",
            "cartservice>redis-cart",
            "frontend>10.100.2.222",
            "paymentservice>ButtercupPayments"),
        edges(EdgeWindow::calleeSilent));
  }

  @Test
  void noCallIsLost() {
    long clients = halves.stream().filter(SpanHalf::client).count();
    long unresolved = run.watches.values().stream().mapToLong(watch -> watch.unresolved).sum();
    assertEquals(clients, sum(window -> true, EdgeWindow::calls) + unresolved);
    assertEquals(1, unresolved);
    assertEquals(915, run.orphans());
  }

  @Test
  void theFailingPaymentsAreSeenByTheirCallerAndNothingElseIs() {
    Predicate<EdgeWindow> payment = window -> window.callee().equals("paymentservice");
    assertEquals(320, sum(payment, EdgeWindow::errors));
    assertEquals(436, sum(payment, EdgeWindow::calls));
    assertEquals(383, sum(payment, EdgeWindow::answered));
    assertEquals(320, sum(window -> true, EdgeWindow::errors));
    assertEquals(1, run.episodes.size());
    Episode episode = run.episodes.get(0);
    assertEquals(EpisodeKind.EDGE_ERRORS, episode.kind());
    assertEquals("checkoutservice", episode.service());
    assertEquals("paymentservice", episode.peer());
  }

  @Test
  void wireTimesAreMillisecondsAndPartOfTheDuration() {
    for (EdgeWindow window : run.windows) {
      assertTrue(window.wireP50Us() <= window.durationP99Us(), window::toString);
      assertTrue(window.answered() < 20 || window.wireP50Us() < 20_000, window::toString);
    }
  }

  @Test
  void neitherBucketsNorOrderNorRestoringChangeAnything() {
    List<SpanHalf> shuffled = new ArrayList<>(halves);
    Collections.shuffle(shuffled, new Random(1));
    EdgeRun other = new EdgeRun(7);
    other.restoreEach(30);
    other.through(shuffled);
    assertEquals(run.windows, other.windows);
    assertEquals(run.episodes, other.episodes);
  }

  private static List<String> edges(Predicate<EdgeWindow> which) {
    TreeSet<String> edges = new TreeSet<>();
    run.windows.stream().filter(which).forEach(w -> edges.add(w.caller() + ">" + w.callee()));
    return List.copyOf(edges);
  }

  private static long sum(Predicate<EdgeWindow> which, ToLongFunction<EdgeWindow> what) {
    return run.windows.stream().filter(which).mapToLong(what).sum();
  }
}
