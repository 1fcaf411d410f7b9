// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.detection.Suspicion;
import io.signalbox.analytics.signals.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is named when somebody asks, and why. */
class CauseTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Inquiry ASKED = new Inquiry("q", "prod", NOW, null);
  private final List<Suspicion> suspicions = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();

  private void say(String service, String series, double value, double expected, int minutesAgo) {
    Instant at = NOW.minusSeconds(60L * minutesAgo);
    suspicions.add(
        new Suspicion(
            "prod", service, EpisodeKind.METRIC, series, at, 14, 60_000, value, expected, 1));
  }

  private void complain(String service, String text) {
    Instant at = NOW.minusSeconds(60);
    suspicions.add(new Suspicion("prod", service, EpisodeKind.LOGS, text, at, 9, 10_000, 5, 0, 5));
  }

  private void declare(String caller, String callee) {
    String id = caller + callee;
    Instant at = NOW.minusSeconds(3600);
    changes.add(new Change(id, at, "prod", caller, Topology.DECLARED, callee, null, "test", false));
  }

  private void deploy(String id, String service, int minutesAgo, String description) {
    Instant at = NOW.minusSeconds(60L * minutesAgo);
    changes.add(
        new Change(id, at, "prod", service, "deployed", id, null, "test", description, false));
  }

  private Answer ask(@Nullable String alerted) {
    Situation situation = new Situation("prod", CorrelationSettings.DEFAULT);
    News news = new News(List.of(), suspicions, List.of(), changes, List.of());
    situation.fold(NOW, news, incident -> {});
    return situation.answer(new Inquiry("q", "prod", NOW, alerted), NOW);
  }

  private List<String> whyNot(String node) {
    Situation situation = new Situation("prod", CorrelationSettings.DEFAULT);
    News news = new News(List.of(), suspicions, List.of(), changes, List.of());
    situation.fold(NOW, news, incident -> {});
    return situation.answer(new Inquiry("q", "prod", NOW, null, null, node), NOW).whyNot();
  }

  @Test
  void oneIsToldWhyAnotherIsNotNamed() {
    assertEquals(List.of("nothing is wrong that has a cause"), whyNot("web"));
    declare("web", "cart");
    declare("cart", "db");
    say("web", "latency", 3, 0.3, 1);
    say("cart", "latency", 2, 0.02, 1);
    assertEquals(List.of("cart is named first"), whyNot("cart"));
    assertTrue(
        whyNot("web")
            .contains(
                "its trouble is put down to cart: it calls it, and that was in trouble no later"),
        () -> "" + whyNot("web"));
    assertTrue(whyNot("web").get(0).startsWith("web is suspect 2 of 2: "));
    assertEquals(
        List.of("db is not among the suspects", "nothing at db is out of the usual"), whyNot("db"));
    assertEquals(List.of("attic is not among the suspects", "attic is not known"), whyNot("attic"));
  }

  private static List<String> names(Answer answer) {
    return answer.suspects().stream().map(Suspect::node).toList();
  }

  @Test
  void aServiceWhoseCalleeIsAsSlowIsItsVictim() {
    declare("web", "cart");
    say("web", "latency", 3, 0.3, 1);
    say("cart", "latency", 2, 0.02, 1);
    assertEquals("cart", names(ask(null)).get(0));
  }

  @Test
  void theUnitOfAMetricChangesNoRank() {
    declare("web", "cart");
    say("web", "latency", 3, 0.3, 1);
    say("cart", "latency", 2, 0.02, 1);
    say("cart", "process.cpu.usage", 90, 10, 1);
    List<String> plain = names(ask(null));
    suspicions.replaceAll(
        one ->
            new Suspicion(
                one.environment(),
                one.service(),
                one.kind(),
                one.subject(),
                one.at(),
                one.evidence(),
                one.intervalMs(),
                one.value() * 1000,
                one.expected() * 1000,
                one.support()));
    assertEquals(plain, names(ask(null)));
  }

  @Test
  void withoutTheEvidenceThatIsCitedAnotherIsFirst() {
    declare("web", "cart");
    say("web", "latency", 3, 0.3, 1);
    say("cart", "latency", 2, 0.02, 1);
    String first = names(ask(null)).get(0);
    suspicions.removeIf(one -> one.service().equals(first));
    assertNotEquals(first, names(ask(null)).get(0));
  }

  @Test
  void theViewOfACallerIsNotTakenForTheService() {
    declare("web", "cart");
    declare("web", "cart-balancer.example");
    declare("cart", "db");
    say("web", "latency", 3, 0.3, 1);
    say("cart", "latency", 0.4, 0.02, 1);
    say("cart-balancer.example", "latency", 2, 0.02, 1);
    assertEquals("cart", names(ask("web")).get(0));
  }

  @Test
  void theTimeLostOnTheWayIsPutDownToTheCallee() {
    say("web", "mesh.client.duration{peer.service=pay}", 0.7, 0.003, 1);
    say("shop", "mesh.client.duration{peer.service=pay}", 0.7, 0.003, 1);
    assertEquals("pay", names(ask(null)).get(0));
  }

  @Test
  void whatFaresBetterIsNoTrouble() {
    say("cart", "availability", 100, 60, 1);
    say("cart", "latency", 0.01, 1, 1);
    assertTrue(ask(null).suspects().isEmpty());
  }

  @Test
  void whatHasLongBeenSoIsNotTheNews() {
    say("old", "process.cpu.usage", 90, 5, 9);
    say("old", "process.cpu.usage", 90, 5, 7);
    say("old", "process.cpu.usage", 90, 5, 5);
    say("old", "process.cpu.usage", 90, 5, 3);
    say("old", "process.cpu.usage", 90, 5, 1);
    say("web", "latency", 3, 0.3, 1);
    say("cart", "process.cpu.usage", 90, 5, 1);
    declare("web", "cart");
    List<String> named = names(ask(null));
    assertTrue(named.indexOf("cart") < named.indexOf("old"), named.toString());
  }

  @Test
  void whatIsOffAgainAfterCalmValuesBeganAgain() {
    Instant first = NOW.minusSeconds(1200);
    Episode open =
        new Episode(
            "ep",
            1,
            EpisodeStatus.OPEN,
            "prod",
            "cart",
            EpisodeKind.METRIC,
            "latency",
            null,
            first,
            first,
            null,
            0.9,
            1e-6,
            2,
            0.02,
            0,
            0.03,
            1,
            "");
    say("cart", "latency", 2, 0.02, 1);
    Situation situation = new Situation("prod", CorrelationSettings.DEFAULT);
    News news = new News(List.of(open), suspicions, List.of(), changes, List.of());
    situation.fold(NOW, news, incident -> {});
    Suspect cart = situation.answer(ASKED, NOW).suspects().get(0);
    assertEquals(NOW.minusSeconds(60), cart.evidence().get(0).since());
  }

  @Test
  void theChangeThatSpeaksOfTheSymptomsIsBlamedAndNotTheLast() {
    say("search", "error_ratio", 0.9, 0.01, 1);
    complain("search", "no mapping found for field title");
    deploy("mapping", "search", 9, "rename the indexed field title in the mapping");
    deploy("handler", "search", 4, "tidy the handler");
    deploy("other", "web", 3, "restyle the button");
    assertEquals("mapping", ask("search").change());
  }

  @Test
  void aChangeAfterTheFirstSignIsInnocent() {
    say("search", "error_ratio", 0.9, 0.01, 4);
    say("search", "error_ratio", 0.9, 0.01, 1);
    deploy("late", "search", 2, "error ratio");
    assertNull(ask("search").change());
  }

  @Test
  void aChangeThatOnlyReshapesIsNotBlamedForWhatAnotherTookAway() {
    say("cart", "error_ratio", 0.9, 0.01, 1);
    complain("cart", "cannot read from checkout: concurrent map writes");
    deploy("lock", "cart", 20, "simplify the counter\n-mutex.lock()\n-mutex.unlock()");
    deploy("tidy", "cart", 3, "tidy checkout\n-read(a)\n-check(b)\n+check(b)\n+read(a)");
    assertEquals("lock", ask("cart").change());
  }

  @Test
  void aLimitThatWasLoweredIsBlamedForWhatDoesNotSuffice() {
    say("stock", "error_ratio", 0.9, 0.01, 1);
    complain("stock", "deadline passed while acquiring, pool exhausted");
    deploy("less", "stock", 20, "simplify defaults\n-const ceiling = 50\n+const ceiling = 10");
    deploy("more", "stock", 3, "tune the pool\n-idle = 30\n+idle = 300");
    assertEquals("less", ask("stock").change());
  }

  @Test
  void noChangeIsBlamedThatExplainsNothingOfTheComplaints() {
    say("stock", "error_ratio", 0.9, 0.01, 1);
    complain("stock", "scheduler run queue delayed");
    deploy("style", "stock", 3, "restyle the button\n-color = red\n+color = green");
    assertNull(ask("stock").change());
  }

  @Test
  void aChangeThatSaysNothingOfItselfIsBlamedForComingShortlyBefore() {
    say("stock", "error_ratio", 0.9, 0.01, 1);
    changes.add(
        new Change(
            "v2", NOW.minusSeconds(200), "prod", "stock", "deployed", "v2", null, "ci", false));
    assertEquals("v2", ask("stock").change());
  }

  @Test
  void whoComplainsOfAnotherByNamePassesItsTroubleOn() {
    say("flow", "error_ratio", 0.9, 0.01, 1);
    say("transformer", "restarts", 7, 1, 1);
    assertEquals("flow", names(ask(null)).get(0));
    complain("flow", "transformer endpoint unavailable");
    assertEquals("transformer", names(ask(null)).get(0));
    assertEquals(List.of("flow"), ask(null).blastRadius());
  }

  @Test
  void twoWhoComplainOfEachOtherTellNothing() {
    say("flow", "error_ratio", 0.9, 0.01, 1);
    say("transformer", "restarts", 7, 1, 1);
    complain("flow", "transformer endpoint unavailable");
    complain("transformer", "flow sent nothing");
    assertEquals("flow", names(ask(null)).get(0));
  }

  @Test
  void aCallerThatBreaksIsNotTheVictimOfTheCalleeThatComplainsOfIt() {
    declare("front", "cart");
    say("front", "error_ratio", 0.2, 0.01, 1);
    say("cart", "error_ratio", 0.2, 0.01, 1);
    assertEquals("cart", names(ask(null)).get(0));
    complain("front", "concurrent map writes");
    complain("cart", "upstream front reset the connection");
    assertEquals("front", names(ask(null)).get(0));
  }

  @Test
  void theAlertedServiceIsTheCauseWhenNothingThatItCallsIsInTrouble() {
    declare("front", "search");
    say("front", "error_ratio", 0.2, 0.01, 1);
    assertEquals("search", names(ask("search")).get(0));
    assertEquals("front", names(ask("front")).get(0));
  }

  @Test
  void aProviderThatFailsIsNoChangeOfOurs() {
    say("pay", "error_ratio", 0.9, 0.01, 1);
    complain("pay", "POST https://api.provider.com/v1/charges returned <*>");
    deploy("charge", "pay", 4, "tidy charges");
    assertNull(ask("pay").change());
  }

  @Test
  void metricsAreReadByTheWordsOfTheirNames() {
    assertEquals(MetricRole.LATENCY, MetricRole.of("PodServerLatencyP90"));
    assertEquals(MetricRole.LATENCY, MetricRole.of("http_server_duration_p99_ms"));
    assertEquals(MetricRole.FAILURE, MetricRole.of("charge_error_rate_pct"));
    assertEquals(MetricRole.SUCCESS, MetricRole.of("availability"));
    assertEquals(MetricRole.LOAD, MetricRole.of("http.requests"));
    assertEquals(MetricRole.INNER, MetricRole.of("process.memory.usage"));
  }

  @Test
  void anAnswerWithoutTroubleNamesNobody() {
    assertTrue(ask(null).suspects().isEmpty());
    assertFalse(ask(null).id().isEmpty());
    assertEquals(ASKED.id(), ask(null).id());
  }
}
