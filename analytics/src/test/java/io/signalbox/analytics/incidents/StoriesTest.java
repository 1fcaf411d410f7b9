// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.EpisodeKind;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StoriesTest {
  private static final int HOUR = 3600;

  /** frontend calls checkout and catalog; checkout calls payment and a bank that never speaks. */
  private static Play shop(int until) {
    return new Play()
        .calls("frontend", "checkout", 0, until)
        .calls("frontend", "catalog", 0, until)
        .calls("checkout", "payment", 0, until)
        .calls("checkout", "shipping", 0, until)
        .calls("catalog", "db", 0, until, 100, 0, true, 5_000);
  }

  private static Incident last(List<Incident> revisions) {
    return revisions.get(revisions.size() - 1);
  }

  private static SortedSet<String> ids(List<Incident> revisions) {
    TreeSet<String> ids = new TreeSet<>();
    revisions.forEach(incident -> ids.add(incident.id()));
    return ids;
  }

  private static Suspect first(Incident incident) {
    return incident.suspects().get(0);
  }

  @Test
  void aBadVersionBesideAGoodOneIsFoundWithoutHistory() {
    List<Incident> found =
        new Play()
            .calls("frontendservice", "checkoutservice", 0, 300, 100, 60, false, 20_000)
            .calls("checkoutservice", "paymentservice", 0, 300, 100, 69, false, 20_000)
            .calls("checkoutservice", "emailservice", 0, 300)
            .episode(EpisodeKind.COHORT, "paymentservice", null, "version=v350.10", 1, 0, 1, 0)
            .errors("paymentservice", 3, 0, 0.75)
            .edgeErrors("checkoutservice", "paymentservice", 2, 0, 0.69)
            .errors("checkoutservice", 0, 0, 0.7)
            .until(320);
    assertEquals(1, ids(found).size());
    Incident incident = last(found);
    assertEquals("paymentservice", first(incident).node());
    assertEquals("version", first(incident).kind());
    assertEquals("v350.10", first(incident).version());
    assertEquals("cohort", first(incident).evidence().get(0).kind());
    assertEquals(List.of("checkoutservice", "frontendservice"), incident.blastRadius());
    assertFalse(incident.services().contains("emailservice"));
    assertEquals("critical", incident.severity());
    assertEquals(
        "paymentservice v350.10 fails 100 % of requests; checkoutservice and frontendservice suffer",
        incident.title());
  }

  @Test
  void aCohortAloneIsReasonEnough() {
    List<Incident> found =
        new Play()
            .calls("checkout", "payment", 0, 300, 100, 69, false, 20_000)
            .episode(EpisodeKind.COHORT, "payment", null, "version=v2", 1, 0, 1, 0)
            .until(320);
    assertEquals(1, ids(found).size());
    assertEquals("payment", first(last(found)).node());
    assertEquals(List.of("checkout"), last(found).blastRadius());
  }

  @Test
  void aDeploymentMakesANodeMoreSuspicious() {
    List<Incident> found =
        shop(1200)
            .change("payment", "v2", 590)
            .errors("payment", 600, 0, 0.4)
            .edgeErrors("checkout", "payment", 602, 0, 0.4)
            .errors("checkout", 604, 0, 0.35)
            .until(1200);
    Incident incident = last(found);
    assertEquals(1, ids(found).size());
    assertEquals("payment", first(incident).node());
    assertEquals("v2", first(incident).version());
    assertEquals(1, incident.changes().size());
    assertTrue(incident.title().contains("since v2"), incident.title());
  }

  @Test
  void aDependencyThatFailsWithoutEverSpeakingIsBlamedForItsCallers() {
    List<Incident> found =
        shop(600)
            .calls("catalog", "db", 600, 1200, 100, 95, true, 5_000)
            .calls("frontend", "catalog", 600, 1200, 100, 60, false, 20_000)
            .edgeErrors("catalog", "db", 600, 0, 0.95)
            .errors("catalog", 600, 0, 0.9)
            .errors("frontend", 602, 0, 0.5)
            .until(1200);
    Incident incident = last(found);
    assertEquals(1, ids(found).size());
    assertEquals("db", first(incident).node());
    assertEquals("external", first(incident).kind());
    assertEquals(List.of("catalog", "frontend"), incident.blastRadius());
    assertTrue(incident.telemetryScore() < 1);
  }

  @Test
  void aDependencyThatGoesSilentIsTheCause() {
    List<Incident> found =
        shop(1200)
            .silence("shipping", 600, 0)
            .edgeErrors("checkout", "shipping", 600, 0, 1)
            .errors("checkout", 603, 0, 0.8)
            .until(1200);
    Incident incident = last(found);
    assertEquals(1, ids(found).size());
    assertEquals("shipping", first(incident).node());
    assertEquals("service", first(incident).kind());
    assertEquals("silence", first(incident).evidence().get(0).kind());
    assertEquals("critical", incident.severity());
  }

  @Test
  void whoStarvesBecauseItsCallersAreDeadIsNotTheCause() {
    List<Incident> found =
        shop(600)
            .silence("checkout", 600, 0)
            .silence("payment", 602, 0)
            .silence("shipping", 602, 0)
            .edgeErrors("frontend", "checkout", 601, 0, 1)
            .until(900);
    assertEquals(1, ids(found).size());
    assertEquals("checkout", first(last(found)).node());
  }

  @Test
  void aSlowEdgeIsNamedAsSuchAndBothEndsAreSuspects() {
    List<Incident> found =
        shop(1200)
            .edgeWire("checkout", "payment", 600, 0)
            .duration("checkout", 605, 0, 4)
            .duration("frontend", 608, 0, 3)
            .until(1200);
    Incident incident = last(found);
    assertEquals(1, ids(found).size());
    assertEquals("payment", first(incident).node());
    assertEquals("checkout", incident.suspects().get(1).node());
    assertTrue(incident.title().startsWith("slow edge"), incident.title());
  }

  @Test
  void aNodeWithASlowNetworkIsTheCentreOfAllEdgesThatTouchIt() {
    List<Incident> found =
        shop(1200)
            .edgeWire("frontend", "checkout", 600, 0)
            .edgeWire("checkout", "payment", 603, 0)
            .edgeWire("checkout", "shipping", 605, 0)
            .until(1200);
    assertEquals(1, ids(found).size());
    assertEquals("checkout", first(last(found)).node());
  }

  @Test
  void aLeakThatEndsInRestartsIsFoundAtTheLeakingNode() {
    List<Incident> found =
        shop(1200)
            .metric("payment", "process.memory.usage", 300, 0)
            .metric("payment", "k8s.container.restarts", 610, 0)
            .edgeErrors("checkout", "payment", 605, 0, 0.3)
            .errors("checkout", 606, 0, 0.25)
            .until(1200);
    Incident incident = last(found);
    assertEquals(1, ids(found).size());
    assertEquals("payment", first(incident).node());
    assertTrue(
        first(incident).evidence().stream().anyMatch(one -> one.subject().contains("memory")));
  }

  @Test
  void strongSeriesThatAgreeForMinutesOpenAnIncidentWithoutFailingCalls() {
    List<Incident> found =
        shop(1200)
            .metric("payment", "process.memory.usage", 300, 0)
            .metric("payment", "k8s.container.restarts", 310, 0)
            .episode(EpisodeKind.LOGS, "payment", null, "OutOfMemory <*>", 320, 0, 40, 0)
            .until(1200);
    assertEquals(1, ids(found).size());
    assertEquals("payment", first(last(found)).node());
    assertEquals("minor", last(found).severity());
  }

  @Test
  void aCallerThatSuddenlyCallsMoreIsTheCauseOfWhatItFloods() {
    List<Incident> found =
        shop(600)
            .calls("frontend", "checkout", 600, 1200)
            .calls("checkout", "payment", 600, 620, 500, 0, false, 20_000)
            .calls("checkout", "payment", 620, 1200, 500, 200, false, 90_000)
            .duration("payment", 625, 0, 5)
            .errors("payment", 630, 0, 0.4)
            .edgeErrors("checkout", "payment", 630, 0, 0.4)
            .until(1200);
    Incident incident = last(found);
    assertEquals(1, ids(found).size());
    assertEquals("checkout", first(incident).node());
    assertEquals("load", first(incident).evidence().get(0).kind());
    assertTrue(incident.blastRadius().contains("payment"));
  }

  @Test
  void impatientCallersOfASlowNodeAreItsVictims() {
    List<Incident> found =
        shop(600)
            .calls("checkout", "payment", 600, 1200, 500, 400, false, 90_000)
            .duration("payment", 612, 0, 16)
            .edgeErrors("checkout", "payment", 604, 0, 0.8)
            .errors("checkout", 606, 0, 0.8)
            .until(1200);
    assertEquals("payment", first(last(found)).node());
  }

  @Test
  void aModelProviderThatRefusesIsAnExternalSuspect() {
    List<Incident> found =
        shop(1200)
            .calls("frontend", "assistant", 0, 1200)
            .calls("assistant", "api.models.example", 0, 600, 100, 0, true, 900_000)
            .calls("assistant", "api.models.example", 600, 1200, 300, 210, true, 40_000)
            .edgeErrors("assistant", "api.models.example", 600, 0, 0.7)
            .errors("assistant", 601, 0, 0.4)
            .until(1200);
    Incident incident = last(found);
    assertEquals(1, ids(found).size());
    assertEquals("api.models.example", first(incident).node());
    assertEquals("external", first(incident).kind());
    assertEquals(
        "external api.models.example fails 70 % of calls; assistant suffers", incident.title());
  }

  @Test
  void aQuietHostWithAFewStrangeMetricsWakesNoOne() {
    Play play = new Play();
    for (int i = 0; i < 12; i++) {
      play.metric("host-1", "system.family" + i + ".series", 100 * i, 100 * i + 400);
    }
    assertEquals(List.of(), play.until(HOUR));
  }

  @Test
  void metricsOfTheSameFamilyDoNotCorroborateEachOther() {
    Play play = shop(1200);
    for (int i = 0; i < 6; i++) {
      play.metric("payment", "system.cpu.utilization{cpu=" + i + "}", 300, 0);
    }
    assertEquals(List.of(), play.metric("catalog", "jvm.gc.duration", 300, 0).until(1200));
  }

  @Test
  void aTrickleOfErrorsOrASlightSlownessWakesNoOne() {
    assertEquals(
        List.of(),
        shop(1200).errors("payment", 600, 0, 0.004).duration("catalog", 600, 0, 1.2).until(1200));
  }

  @Test
  void aSlownessThatPassesWithinAMinuteWakesNoOne() {
    assertEquals(List.of(), shop(1200).duration("payment", 600, 640, 5).until(1200));
  }

  @Test
  void twoUnrelatedFaultsAtOnceAreTwoIncidentsThoughTheyShareAVictim() {
    List<Incident> found =
        shop(600)
            .calls("frontend", "checkout", 600, 1200, 100, 30, false, 20_000)
            .calls("frontend", "catalog", 600, 1200, 100, 40, false, 20_000)
            .episode(EpisodeKind.COHORT, "payment", null, "version=v2", 600, 0, 1, 0)
            .edgeErrors("checkout", "payment", 601, 0, 0.5)
            .calls("catalog", "db", 600, 1200, 100, 95, true, 5_000)
            .edgeErrors("catalog", "db", 604, 0, 0.95)
            .errors("catalog", 605, 0, 0.9)
            .errors("frontend", 606, 0, 0.6)
            .until(1200);
    assertEquals(2, ids(found).size());
    TreeSet<String> causes = new TreeSet<>();
    for (String id : ids(found)) {
      Incident incident =
          last(found.stream().filter(revision -> revision.id().equals(id)).toList());
      causes.add(first(incident).node());
      assertTrue(incident.blastRadius().contains("frontend"));
    }
    assertEquals(new TreeSet<>(List.of("payment", "db")), causes);
  }

  @Test
  void aHubDoesNotGlueCallersWhoseCallsAreFine() {
    Play play = new Play();
    for (int i = 0; i < 20; i++) {
      play.calls("service" + i, "hub", 0, 900);
    }
    List<Incident> found =
        play.errors("service3", 600, 0, 0.5)
            .errors("service7", 601, 0, 0.5)
            .duration("hub", 590, 0, 3)
            .until(900);
    assertEquals(3, ids(found).size());
  }

  @Test
  void faultsOfNeighboursMinutesApartAreNotOneIncident() {
    List<Incident> found =
        shop(1800)
            .errors("checkout", 600, 0, 0.5)
            .errors("payment", 960, 0, 0.5)
            .edgeErrors("checkout", "payment", 960, 0, 0.5)
            .until(1800);
    assertEquals(2, ids(found).size());
  }
}
