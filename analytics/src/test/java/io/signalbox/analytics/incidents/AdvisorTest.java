// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.objectives.Indicator;
import io.signalbox.analytics.signals.Change;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdvisorTest {
  private static final Predicate<Incident> SLOW = of("duration");
  private static final Taxonomy TAXONOMY =
      new Taxonomy(
          List.of(
              new ClassRule("change.regression", i -> !i.changes().isEmpty()),
              new ClassRule("application.latency", SLOW)));
  private static final Advisor ADVISOR =
      new Advisor(
          TAXONOMY,
          List.of(
              rule("roll-back", RiskTier.HIGH, 0.8, is("change.regression")),
              rule("scale-out", RiskTier.LOW, 0.5, SLOW),
              rule("look", RiskTier.READ_ONLY, 0.5, i -> true)));

  private final Experience experience = new Experience();

  private static Predicate<Incident> of(String kind) {
    return incident ->
        incident.suspects().get(0).evidence().stream().anyMatch(one -> one.kind().equals(kind));
  }

  private static Predicate<Incident> is(String leaf) {
    return incident -> leaf.equals(incident.incidentClass());
  }

  private static RunbookRule rule(
      String id, RiskTier risk, double prior, Predicate<Incident> when) {
    RunbookStep step = new RunbookStep("Do it to {node}.", "thing.do");
    String title = id + " {version} of {node} to {previous} because of {subject}";
    return new RunbookRule(
        new Runbook(id, title, List.of(step), risk, "Undo.", "sre", "docs/x.md", prior), when);
  }

  private Incident advised(Told told) {
    return ADVISOR.advise(told.incident(), experience);
  }

  private static List<String> ids(Incident incident) {
    return incident.recommendations().stream().map(Recommendation::runbook).toList();
  }

  private void said(String incident, String runbook, OutcomeKind kind, int second) {
    experience
        .outcomes()
        .add(new Outcome(incident, "prod", runbook, kind, Told.NOON.plusSeconds(second)));
  }

  @Test
  void ofTheClassesThatHoldTheFirstCountsAndWithoutAnyItIsUnknown() {
    Told slow = new Told().evidence("duration", "Get");
    assertEquals("application.latency", advised(slow).incidentClass());
    assertEquals(
        "change.regression", advised(slow.change("cart", "deployed", "v2", "v1")).incidentClass());
    assertEquals("unknown", advised(new Told().evidence("logs", "x")).incidentClass());
  }

  @Test
  void whatIsBelievedToHelpComesFirstAndOfEqualsWhatRisksLess() {
    Told told = new Told().evidence("duration", "Get").change("cart", "deployed", "v2", "v1");
    assertEquals(List.of("roll-back", "look", "scale-out"), ids(advised(told)));
  }

  @Test
  void whatWasSeenToHelpComesFirstAndSaysHowOftenItWasTried() {
    Told told = new Told().evidence("duration", "Get");
    said("inc-1", "scale-out", OutcomeKind.WORKED, 1);
    said("inc-2", "scale-out", OutcomeKind.WORKED, 2);
    said("inc-3", "scale-out", OutcomeKind.NOT_TRIED, 3);
    said("inc-4", "look", OutcomeKind.FAILED, 4);

    Incident incident = advised(told);

    assertEquals(List.of("scale-out", "look"), ids(incident));
    assertEquals(3.0 / 4, incident.recommendations().get(0).successRate());
    assertEquals(2, incident.recommendations().get(0).tried());
    assertEquals(1.0 / 3, incident.recommendations().get(1).successRate());
  }

  @Test
  void textsNameTheNodeTheVersionsAndTheStrongestSign() {
    Told told =
        new Told()
            .evidence("change", "c0")
            .evidence("duration", "Get")
            .change("cart", "deployed", "v2", "v1");
    Recommendation first = advised(told).recommendations().get(0);
    assertEquals("roll-back v2 of cart to v1 because of Get", first.title());
    assertEquals("Do it to cart.", first.steps().get(0).what());
  }

  @Test
  void whatIsNotKnownIsSaidInWords() {
    Recommendation first = advised(new Told().evidence("logs", "x")).recommendations().get(0);
    assertEquals(
        "look the newest version of cart to the version before because of x", first.title());
  }

  @Test
  void aRecommendationRestsOnTheLeastEvidenceForWhichItHolds() {
    Told told =
        new Told()
            .evidence("logs", "x")
            .evidence("duration", "Get")
            .evidence("duration", "Put")
            .change("cart", "deployed", "v2", "v1");
    Incident incident = advised(told);

    List<String> change = incident.recommendations().get(0).evidence();
    assertEquals(1, change.size());
    assertTrue(change.get(0).startsWith("cart: deployed from v1 to v2"), change::toString);
    assertEquals(List.of("duration of Get"), incident.recommendations().get(2).evidence());
  }

  @Test
  void withoutAnyOfWhatItRestsOnItIsNotRecommended() {
    Predicate<Incident> both = of("duration").and(of("logs"));
    Incident whole =
        new Told()
            .evidence("duration", "Get")
            .evidence("errors", "Get")
            .evidence("logs", "x")
            .incident();
    List<String> grounds = Grounds.of(whole, both);

    assertEquals(List.of("duration of Get", "logs of x"), grounds);
    for (String one : grounds) {
      List<Evidence> rest =
          whole.suspects().get(0).evidence().stream()
              .filter(evidence -> !evidence.statement().equals(one))
              .toList();
      assertFalse(both.test(whole.with(rest, whole.changes())));
    }
  }

  @Test
  void whatAnIncidentCostsIsAGroundWhereItIsNeededAndOnlyThere() {
    ObjectiveHit hit =
        new ObjectiveHit(
            "a",
            "cart",
            null,
            Indicator.AVAILABILITY,
            "0.99",
            9,
            9,
            9,
            9,
            0.3,
            0,
            null,
            null,
            5L,
            true);
    Incident costly =
        new Told().evidence("duration", "Get").incident().hitting(List.of(hit), List.of());
    Predicate<Incident> dear = incident -> Impact.of(incident).burntShare() > 0.1;

    assertEquals(List.of("30 % of the error budget of a; 5 users"), Grounds.of(costly, dear));
    assertEquals(List.of("duration of Get"), Grounds.of(costly, of("duration").or(dear)));
  }

  @Test
  void theOwnerIsTheOneDeclaredUntilItIsWithdrawn() {
    Told told = new Told().evidence("duration", "Get");
    assertNull(advised(told).owner());
    experience.declare(owned("team-cart", null));
    assertEquals("team-cart", advised(told).owner());
    experience.declare(owned(null, "another-team"));
    assertEquals("team-cart", advised(told).owner());
    experience.declare(owned(null, "team-cart"));
    assertNull(advised(told).owner());
  }

  private static Change owned(@Nullable String owner, @Nullable String before) {
    return new Change("o", Told.NOON, "prod", "cart", Change.OWNED, owner, before, "test", false);
  }

  @Test
  void whoOwnsAServiceIsNoChangeOfIt() {
    Situation situation = new Situation("prod", CorrelationSettings.DEFAULT);
    News news = new News(List.of(), List.of(), List.of(owned("team-cart", null)), List.of());
    situation.fold(Told.NOON, news, revision -> {});
    assertTrue(situation.isEmpty());
  }

  @Test
  void incidentsLikeItAreNamedTheMostAlikeFirstAndAtMostThree() {
    Told slow = new Told().evidence("duration", "Get");
    for (int i = 1; i <= 5; i++) {
      advised(slow.id("inc-" + i).resolvedAt(Told.NOON.plusSeconds(i)));
    }
    advised(
        new Told()
            .id("other")
            .about("mail", "mail")
            .evidence("silence", "*")
            .resolvedAt(Told.NOON.plusSeconds(9)));

    Incident now = advised(new Told().evidence("duration", "Put"));

    assertEquals(List.of("inc-5", "inc-4", "inc-3"), now.similar());
  }

  @Test
  void anIncidentIsNotLikeItselfAndIsForgottenWhenItIsReopened() {
    Told told = new Told().evidence("duration", "Get");
    assertEquals(List.of(), advised(told.resolvedAt(Told.NOON)).similar());
    assertEquals(1, experience.past().all().size());
    assertEquals(List.of(), advised(told.reopened()).similar());
    assertTrue(experience.isEmpty());
  }
}
