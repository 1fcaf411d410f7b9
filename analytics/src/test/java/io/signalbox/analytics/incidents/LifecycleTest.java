// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.EpisodeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private static List<String> steps(List<Incident> revisions) {
    return revisions.stream().map(one -> one.revision() + " " + one.status()).toList();
  }

  private static String first(Incident incident) {
    return incident.suspects().get(0).node();
  }

  private static Play shop() {
    return new Play().calls("frontend", "checkout", 0, 600).calls("checkout", "payment", 0, 600);
  }

  @Test
  void anIncidentIsOverSoonAfterItsLastEvidence() {
    List<Incident> found = shop().errors("payment", 600, 700, 0.5).until(1200);
    assertEquals(List.of("1 OPEN", "2 RESOLVED"), steps(found));
    assertEquals(Play.at(700), found.get(1).resolvedAt());
    Duration took = Duration.between(Play.at(700), found.get(1).updatedAt());
    assertTrue(took.compareTo(Duration.ofMinutes(3)) <= 0, took.toString());
  }

  @Test
  void aFlappingAlarmStaysOneIncident() {
    List<Incident> found =
        shop()
            .errors("payment", 600, 660, 0.5)
            .errors("payment", 700, 760, 0.5)
            .errors("payment", 820, 900, 0.5)
            .until(1500);
    assertEquals(List.of("1 OPEN", "2 RESOLVED"), steps(found));
  }

  @Test
  void whatComesBackAtTheSameNodeIsReopened() {
    List<Incident> found =
        shop().errors("payment", 600, 660, 0.5).errors("payment", 770, 900, 0.5).until(1500);
    assertEquals(List.of("1 OPEN", "2 RESOLVED", "3 REOPENED", "4 RESOLVED"), steps(found));
    assertEquals(1, found.stream().map(Incident::id).distinct().count());
  }

  @Test
  void thatItsEndWasNoticedLateDoesNotReopenAnIncident() {
    List<Incident> found =
        shop().errors("payment", 600, 660, 0.5).errors("payment", 800, 900, 0.5).until(1500);
    assertEquals(List.of("1 OPEN", "2 RESOLVED", "1 OPEN", "2 RESOLVED"), steps(found));
  }

  @Test
  void whatComesBackLaterIsAnotherIncident() {
    List<Incident> found =
        shop().errors("payment", 600, 660, 0.5).errors("payment", 790, 900, 0.5).until(1500);
    assertEquals(List.of("1 OPEN", "2 RESOLVED", "1 OPEN", "2 RESOLVED"), steps(found));
    assertEquals(2, found.stream().map(Incident::id).distinct().count());
  }

  @Test
  void aMetricThatStaysStrangeDoesNotKeepAnIncidentOpen() {
    List<Incident> found =
        shop()
            .metric("payment", "process.cpu", 600, 0)
            .errors("payment", 600, 660, 0.5)
            .until(1500);
    assertEquals(List.of("1 OPEN", "2 RESOLVED"), steps(found));
  }

  @Test
  void aCauseFoundLaterTakesOverTheSameIncident() {
    List<Incident> found =
        shop()
            .errors("checkout", 600, 0, 0.5)
            .episode(EpisodeKind.COHORT, "payment", null, "version=v2", 599, 640, 0, 1, 0)
            .until(900);
    assertEquals(List.of("1 OPEN", "2 UPDATED"), steps(found));
    assertEquals("checkout", found.get(0).suspects().get(0).node());
    assertEquals("payment", found.get(1).suspects().get(0).node());
    assertEquals(List.of("checkout"), found.get(1).blastRadius());
  }

  @Test
  void whatRecoversFirstIsNotUnsaid() {
    List<Incident> found =
        shop()
            .episode(EpisodeKind.COHORT, "payment", null, "version=v2", 600, 900, 1, 0)
            .edgeErrors("checkout", "payment", 601, 880, 0.9)
            .errors("frontend", 603, 860, 0.9)
            .errors("checkout", 602, 1100, 0.9)
            .until(1500);
    Incident last = found.get(found.size() - 1);
    assertEquals(IncidentStatus.RESOLVED, last.status());
    assertEquals("payment", last.suspects().get(0).node());
    assertEquals(List.of("checkout", "frontend"), last.blastRadius());
    assertEquals("cohort", last.suspects().get(0).evidence().get(0).kind());
    assertEquals("critical", last.severity());
    assertEquals(Play.at(1100), last.resolvedAt());
  }

  @Test
  void callsThatAreFastAgainDoNotUnsayWhereTimeWasLost() {
    List<Incident> found =
        shop()
            .calls("frontend", "checkout", 600, 840, 100, 0, false, 300_000)
            .calls("checkout", "payment", 600, 840, 100, 0, false, 300_000)
            .calls("frontend", "checkout", 840, 1000)
            .calls("checkout", "payment", 840, 1000)
            .edgeWire("checkout", "payment", 610, 930)
            .duration("checkout", 610, 930, 8)
            .duration("frontend", 610, 930, 8)
            .metric("checkout", "app.queue.length", 700, 930)
            .until(1300);
    assertEquals(List.of("payment"), firstSuspects(found));
  }

  private static List<String> firstSuspects(List<Incident> found) {
    return found.stream().map(one -> one.suspects().get(0).node()).distinct().toList();
  }

  @Test
  void revisionsOfAnIncidentKeepTheirDistance() {
    Play play = new Play();
    for (int i = 0; i < 20; i++) {
      play.calls("service" + i, "payment", 0, 600);
      play.edgeErrors("service" + i, "payment", 600 + i, 0, 0.5);
    }
    List<Incident> found = play.errors("payment", 600, 0, 0.5).until(900);
    for (int i = 1; i < found.size(); i++) {
      Duration apart = Duration.between(found.get(i - 1).updatedAt(), found.get(i).updatedAt());
      assertTrue(apart.compareTo(Duration.ofSeconds(10)) >= 0, apart.toString());
    }
    assertEquals(20, found.get(found.size() - 1).blastRadius().size());
  }

  @Test
  void incidentsThatTurnOutToBeOneAreMergedIntoTheOldest() {
    List<Incident> found =
        shop()
            .calls("frontend", "payment", 0, 600)
            .errors("checkout", 600, 0, 0.5)
            .errors("frontend", 601, 0, 0.5)
            .until(620);
    assertEquals(1, found.stream().map(Incident::id).distinct().count());
    Play later =
        new Play()
            .calls("checkout", "payment", 0, 600)
            .calls("cart", "payment", 0, 600)
            .errors("checkout", 600, 0, 0.5)
            .errors("cart", 601, 0, 0.5)
            .episode(EpisodeKind.COHORT, "payment", null, "version=v2", 599, 660, 0, 1, 0);
    List<Incident> merged = later.until(900);
    assertEquals(List.of("1 OPEN", "1 OPEN", "2 MERGED", "2 UPDATED"), steps(merged));
    Incident younger = merged.get(2);
    Incident older = merged.get(3);
    assertEquals(older.id(), younger.mergedInto());
    assertEquals(merged.get(0).id(), older.id());
    assertEquals(List.of("cart", "checkout"), older.blastRadius());
  }

  @Test
  void whatTurnsOutToBeTwoIsSplit() {
    List<Incident> found =
        new Play()
            .calls("frontend", "a", 0, 900)
            .calls("frontend", "b", 0, 900)
            .edgeErrors("frontend", "a", 600, 0, 0.5)
            .edgeErrors("frontend", "b", 601, 0, 0.5)
            .episode(EpisodeKind.COHORT, "a", null, "version=v2", 600, 660, 0, 1, 0)
            .episode(EpisodeKind.COHORT, "b", null, "zone=z2", 600, 660, 0, 1, 0)
            .until(900);
    assertEquals(List.of("1 OPEN", "1 SPLIT", "2 UPDATED"), steps(found));
    assertEquals(found.get(0).id(), found.get(2).id());
    assertEquals(found.get(0).id(), found.get(1).splitFrom());
    assertEquals(List.of("a", "b"), List.of(first(found.get(2)), first(found.get(1))));
  }

  /** Calls from web fail for a minute only; what it answers goes on failing. */
  @Test
  void aVictimStaysWhenTheCallsThatJoinItToTheCauseRecover() {
    List<Incident> found =
        new Play()
            .calls("web", "api", 0, 600)
            .calls("web", "api", 600, 660, 100, 60, false, 20_000)
            .calls("web", "api", 660, 900)
            .calls("api", "db", 0, 900)
            .edgeErrors("api", "db", 600, 0, 0.9)
            .errors("web", 603, 0, 0.5)
            .until(900);
    assertEquals(1, found.stream().map(Incident::id).distinct().count(), found::toString);
    assertEquals(List.of("db"), firstSuspects(found));
  }

  @Test
  void nothingHappensInAnHourWithoutEpisodes() {
    Situation situation = new Situation("prod", CorrelationSettings.DEFAULT);
    List<Incident> out = new ArrayList<>();
    Play.run(situation, shop().items(), 0, 3600, out);
    assertEquals(List.of(), out);
    assertEquals(Long.MAX_VALUE, situation.nextWakeMs());
  }

  @Test
  void edgesAreForgottenWhenSilentAndRefusedWhenThereIsNoRoom() {
    CorrelationSettings shipped = CorrelationSettings.DEFAULT;
    Situation situation = new Situation("prod", shipped);
    List<Incident> out = new ArrayList<>();
    Play play = shop().calls("late", "one", 4300, 4320);
    Play.run(situation, play.items(), 0, 4400, out);
    assertEquals(1, situation.topology().size());
    assertNotNull(situation.topology().edge("late", "one"));
    CorrelationSettings narrow =
        new CorrelationSettings(
            shipped.slack(),
            shipped.near(),
            shipped.settle(),
            shipped.persist(),
            shipped.corroborate(),
            shipped.linger(),
            shipped.debounce(),
            shipped.reopen(),
            shipped.changeWindow(),
            shipped.remember(),
            shipped.hubCallers(),
            1,
            1,
            1,
            1,
            shipped.lifecycle());
    Situation small = new Situation("prod", narrow);
    Play crowded =
        shop()
            .errors("a", 10, 0, 0.5)
            .errors("b", 11, 0, 0.5)
            .change("a", "v2", 5)
            .change("b", "v2", 6);
    Play.run(small, crowded.items(), 0, 400, out);
    assertEquals(1, small.topology().size());
    assertTrue(small.overflow().edges > 0);
    assertEquals(1, small.overflow().episodes);
    assertEquals(1, small.overflow().changes);
  }
}
