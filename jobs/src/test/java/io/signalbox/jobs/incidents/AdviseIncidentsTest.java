// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.incidents.Evidence;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentStatus;
import io.signalbox.analytics.incidents.Outcome;
import io.signalbox.analytics.incidents.OutcomeKind;
import io.signalbox.analytics.incidents.Suspect;
import io.signalbox.analytics.objectives.Indicator;
import io.signalbox.analytics.objectives.Objective;
import io.signalbox.analytics.objectives.ObjectiveWindow;
import io.signalbox.analytics.objectives.Objectives;
import io.signalbox.analytics.objectives.Worth;
import io.signalbox.analytics.signals.Change;
import io.signalbox.analytics.signals.DeadLetter;
import io.signalbox.jobs.patterns.FoldRuns;
import io.signalbox.patterns.advice.AdviceTexts;
import io.signalbox.schemas.json.RecordJson;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdviseIncidentsTest {
  private static final long T0 = 1_700_000_000_000L;
  private static final AdviceTexts TEXTS = AdviceTexts.shipped();
  private static final Objectives NAMED =
      new Objectives(
          List.of(
              new Objective(
                  "cart-answers",
                  null,
                  "cart",
                  null,
                  Indicator.AVAILABILITY,
                  0,
                  new BigDecimal("0.99"),
                  Duration.ofDays(28),
                  new Worth(new BigDecimal("0.50"), "EUR", Worth.Per.REQUEST),
                  null)));
  private static final FoldRuns<Advisable, Incident> RUNS =
      new FoldRuns<>(
          AdviseIncidentsTest::advise,
          Advisable::environment,
          Advisable::foundMs,
          incident -> new String(RecordJson.write(incident), UTF_8));

  private static AdviseIncidents advise() {
    return new AdviseIncidents(TEXTS, NAMED, Duration.ofMinutes(2));
  }

  private static Incident incident(
      String id, String environment, long atMs, IncidentStatus status, String kind) {
    Instant at = Instant.ofEpochMilli(atMs);
    Evidence evidence = new Evidence(kind, "Get", at, kind + " of Get", 1, 0, 0.001, 1);
    return new Incident(
        id,
        1,
        status,
        environment,
        at,
        at,
        at,
        null,
        "cart fails",
        "major",
        List.of("cart", "web"),
        List.of(new Suspect("cart", "service", null, 1, 1, List.of(evidence))),
        at,
        null,
        null,
        List.of(),
        List.of("web"),
        List.of(),
        null,
        List.of(),
        1,
        null,
        null,
        List.of(),
        List.of());
  }

  private static Advisable outcome(String environment, String runbook, OutcomeKind kind, long ms) {
    Instant at = Instant.ofEpochMilli(ms);
    return Advisable.of(new Outcome("inc-" + ms % 7, environment, runbook, kind, at));
  }

  private static Advisable owner(String environment, String owner, long ms) {
    Instant at = Instant.ofEpochMilli(ms);
    return Advisable.of(
        ms,
        new Change("o" + ms, at, environment, "cart", Change.OWNED, owner, null, "test", false));
  }

  private static Advisable counted(String environment, long endMs, long requests, long bad) {
    Instant end = Instant.ofEpochMilli(endMs);
    return Advisable.of(
        endMs,
        new ObjectiveWindow(environment, "cart-answers", end.minusSeconds(10), end, requests, bad));
  }

  /** Four minutes of two environments. */
  private static List<Advisable> items() {
    Random random = new Random(3);
    List<Advisable> items = new ArrayList<>();
    for (int i = 0; i < 480; i++) {
      if (i % 20 == 0) {
        items.add(counted("prod", T0 + i * 500L, 100, random.nextInt(4)));
        items.add(counted("test", T0 + i * 500L, 100, random.nextInt(4)));
      }
      long ms = T0 + i * 500L + random.nextInt(400);
      String environment = random.nextBoolean() ? "prod" : "test";
      switch (random.nextInt(4)) {
        case 0 -> {
          OutcomeKind kind = OutcomeKind.values()[random.nextInt(3)];
          String runbook = random.nextBoolean() ? "check-edge" : "read-what-it-says";
          items.add(outcome(environment, runbook, kind, ms));
        }
        case 1 -> items.add(owner(environment, "team-" + random.nextInt(3), ms));
        default -> {
          String kind = random.nextBoolean() ? "edge_wire" : "duration";
          IncidentStatus status =
              random.nextBoolean() ? IncidentStatus.OPEN : IncidentStatus.RESOLVED;
          items.add(Advisable.of(ms, incident("inc-" + i, environment, ms, status, kind)));
        }
      }
    }
    return items;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1_000, 7_300})
  void anOrderOfArrivalAndAStepOfTheWatermarkChangeNothing(long step) throws Exception {
    List<String> expected = RUNS.run(items(), 1);
    assertTrue(expected.size() > 100);
    assertEquals(expected, RUNS.run(RUNS.shuffled(items(), step), step));
  }

  @Test
  void aRestartAtAnotherParallelismChangesNothing() throws Exception {
    assertEquals(RUNS.run(items(), 1), RUNS.rescaled(items()));
  }

  @Test
  void whatAnIncidentHasCostIsToldWithEachRevision() throws Exception {
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            advise(), Advisable::environment, Types.STRING)) {
      harness.open();
      harness.processElement(counted("prod", T0, 1_000, 0), T0);
      harness.processElement(counted("prod", T0 + 10_000, 100, 40), T0 + 10_000);
      Incident open = incident("inc-a", "prod", T0 + 2_000, IncidentStatus.OPEN, "edge_wire");
      Incident later = incident("inc-a", "prod", T0 + 2_000, IncidentStatus.UPDATED, "edge_wire");
      harness.processElement(Advisable.of(T0 + 2_000, open), T0 + 2_000);
      harness.processElement(Advisable.of(T0 + 12_000, later), T0 + 12_000);
      harness.processWatermark(T0 + 12_000);

      assertEquals(List.of(), harness.extractOutputValues().get(0).objectives());
      Incident told = harness.extractOutputValues().get(1);
      assertEquals(40, told.objectives().get(0).aboveUsual());
      assertEquals("20.00", told.moneyAtRisk().get(0).amount());
    }
  }

  @Test
  void anIncidentThatCostsMuchMoreThanWasToldIsToldAgainAndNoMoreOftenThanThat() throws Exception {
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            advise(), Advisable::environment, Types.STRING)) {
      harness.open();
      harness.processElement(counted("prod", T0, 100_000, 0), T0);
      Incident open = incident("inc-a", "prod", T0 + 2_000, IncidentStatus.OPEN, "edge_wire");
      harness.processElement(Advisable.of(T0 + 2_000, open), T0 + 2_000);
      for (int i = 1; i <= 60; i++) {
        harness.processElement(counted("prod", T0 + i * 10_000L, 100, 40), T0 + i * 10_000L);
      }
      // the same incident, that is now said to have begun a moment ago: it costs nothing yet
      Incident over = incident("inc-a", "prod", T0 + 605_000, IncidentStatus.RESOLVED, "edge_wire");
      harness.processElement(Advisable.of(T0 + 605_000, over), T0 + 605_000);
      harness.processElement(counted("prod", T0 + 610_000, 10_000, 9_000), T0 + 610_000);
      harness.processWatermark(T0 + 700_000);

      List<Incident> told = harness.extractOutputValues();
      assertEquals(
          List.of("", "20.00", "40.00", "80.00", "160.00", "320.00", "640.00", ""),
          told.stream().map(AdviseIncidentsTest::money).toList());
      Incident second = told.get(2);
      assertEquals(IncidentStatus.UPDATED, second.status());
      assertEquals(Instant.ofEpochMilli(T0 + 20_000), second.updatedAt());
      assertEquals(3, second.revision());
    }
  }

  private static String money(Incident told) {
    return told.moneyAtRisk().isEmpty() ? "" : told.moneyAtRisk().get(0).amount();
  }

  @Test
  void whatWasSaidBeforeAnIncidentCountsForItAndWhatIsUnusableIsRefused() throws Exception {
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            advise(), Advisable::environment, Types.STRING)) {
      harness.open();
      Incident open = incident("inc-a", "prod", T0 + 2_000, IncidentStatus.OPEN, "edge_wire");
      harness.processElement(Advisable.of(T0 + 2_000, open), T0 + 2_000);
      harness.processElement(owner("prod", "team-cart", T0), T0);
      harness.processElement(outcome("prod", "check-edge", OutcomeKind.WORKED, T0 + 1), T0 + 1);
      harness.processElement(outcome("prod", "check-edge", OutcomeKind.FAILED, T0 + 3_000), T0);
      harness.processElement(outcome("prod", "no-such", OutcomeKind.WORKED, T0 + 2), T0 + 2);
      harness.processWatermark(T0 + 2_000);

      Incident advised = harness.extractOutputValues().get(0);
      assertEquals("network.latency", advised.incidentClass());
      assertEquals("team-cart", advised.owner());
      assertEquals("check-edge", advised.recommendations().get(0).runbook());
      assertEquals(2.0 / 3, advised.recommendations().get(0).successRate());
      DeadLetter letter = harness.getSideOutput(AdviseIncidents.REFUSED).remove().getValue();
      assertTrue(letter.detail().contains("there is no such runbook"), letter::detail);
    }
  }

  private static Advisable outcomeOf(String incident, OutcomeKind kind, long ms) {
    Instant at = Instant.ofEpochMilli(ms);
    return Advisable.of(new Outcome(incident, "prod", "check-edge", kind, at));
  }

  @Test
  void anOutcomeGivesARevisionToItsIncidentWhileThatIsOpenAndNoneIfItSaysNothingNew()
      throws Exception {
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            advise(), Advisable::environment, Types.STRING)) {
      harness.open();
      List<Advisable> items =
          List.of(
              Advisable.of(
                  T0 + 1_000, incident("inc-a", "prod", T0, IncidentStatus.OPEN, "edge_wire")),
              counted("prod", T0 + 10_000, 100, 40),
              outcomeOf("inc-a", OutcomeKind.WORKED, T0 + 12_000),
              outcomeOf("inc-a", OutcomeKind.WORKED, T0 + 13_000),
              outcomeOf("inc-none", OutcomeKind.WORKED, T0 + 14_000),
              Advisable.of(
                  T0 + 20_000,
                  incident("inc-a", "prod", T0 + 20_000, IncidentStatus.RESOLVED, "edge_wire")),
              outcomeOf("inc-a", OutcomeKind.FAILED, T0 + 21_000));
      for (Advisable item : items) {
        harness.processElement(item, item.foundMs());
      }
      harness.processWatermark(T0 + 30_000);

      List<Incident> told = harness.extractOutputValues();
      assertEquals(List.of(1, 2, 3, 3), told.stream().map(Incident::revision).toList());
      Incident next = told.get(2);
      assertEquals(IncidentStatus.UPDATED, next.status());
      assertEquals(Instant.ofEpochMilli(T0 + 12_000), next.updatedAt());
      assertEquals(40, next.objectives().get(0).bad());
      assertEquals(OutcomeKind.WORKED, next.recommendations().get(0).outcome());
      assertEquals(1, next.recommendations().get(0).tried());
    }
  }

  @Test
  void anOutcomeThatIsSaidLateCountsFromNowOn() throws Exception {
    try (var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            advise(), Advisable::environment, Types.STRING)) {
      harness.open();
      harness.processWatermark(T0 + 5_000);
      harness.processElement(outcome("prod", "check-edge", OutcomeKind.FAILED, T0), T0);
      Incident open = incident("inc-a", "prod", T0 + 6_000, IncidentStatus.OPEN, "edge_wire");
      harness.processElement(Advisable.of(T0 + 6_000, open), T0 + 6_000);
      harness.processWatermark(T0 + 6_000);

      assertEquals(1, harness.extractOutputValues().get(0).recommendations().get(0).tried());
    }
  }
}
