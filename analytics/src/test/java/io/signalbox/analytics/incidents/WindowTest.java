// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.detection.EpisodeKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WindowTest {
  private static final IncidentWindowKind MAINTENANCE = IncidentWindowKind.MAINTENANCE;
  private static final IncidentWindowKind SILENCE = IncidentWindowKind.SILENCE;
  private static final IncidentWindowKind WITHDRAWN = IncidentWindowKind.WITHDRAWN;

  private static Play shop() {
    return new Play().calls("frontend", "checkout", 0, 600).calls("checkout", "payment", 0, 600);
  }

  private static List<String> steps(List<Incident> revisions) {
    return revisions.stream()
        .map(one -> one.revision() + " " + one.status() + " " + one.silencedBy())
        .toList();
  }

  @Example
  void nothingOpensThatLiesInMaintenanceAltogether() {
    List<Incident> found =
        shop()
            .window("w", MAINTENANCE, "pay*", 500, 900, 10)
            .errors("payment", 600, 700, 0.5)
            .until(1500);
    assertEquals(List.of(), found);
  }

  @Example
  void whatHurtsOthersOpensAllTheSame() {
    List<Incident> found =
        shop()
            .window("w", MAINTENANCE, "payment", 500, 900, 10)
            .errors("payment", 600, 700, 0.5)
            .edgeErrors("checkout", "payment", 600, 700, 0.5)
            .errors("checkout", 601, 700, 0.5)
            .until(1500);
    assertEquals(List.of("1 OPEN null", "2 RESOLVED null"), steps(found));
    assertEquals("payment", found.get(0).suspects().get(0).node());
  }

  @Example
  void whatStillSpeaksWhenMaintenanceEndsOpensThen() {
    List<Incident> found =
        shop()
            .window("w", MAINTENANCE, "payment", 500, 700, 10)
            .errors("payment", 600, 0, 0.5)
            .until(1000);
    assertEquals(List.of("1 OPEN null"), steps(found));
    assertEquals(Play.at(600), found.get(0).startedAt());
    long afterMs = found.get(0).openedAt().toEpochMilli() - Play.at(700).toEpochMilli();
    assertTrue(afterMs >= 0 && afterMs <= 1000, afterMs + " ms");
  }

  @Example
  void whatOpenedBeforeMaintenanceResolvesInIt() {
    List<Incident> found =
        shop()
            .errors("payment", 600, 700, 0.5)
            .window("w", MAINTENANCE, "payment", 650, 2000, 640)
            .until(1500);
    assertEquals(List.of("1 OPEN null", "2 RESOLVED null"), steps(found));
  }

  @Example
  void aWindowThatIsTakenBackHoldsNothingBackWhicheverIsHeardFirst() {
    Play play = shop().window("w", MAINTENANCE, "payment", 500, 900, 10);
    List<Incident> late =
        play.window("w", WITHDRAWN, "payment", 500, 900, 650)
            .errors("payment", 600, 0, 0.5)
            .until(800);
    assertEquals(List.of("1 OPEN null"), steps(late));
    assertTrue(!late.get(0).openedAt().isBefore(Play.at(650)));
    List<Incident> first =
        shop()
            .window("w", WITHDRAWN, "payment", 500, 900, 10)
            .window("w", MAINTENANCE, "payment", 500, 900, 20)
            .errors("payment", 600, 0, 0.5)
            .until(800);
    assertEquals(List.of("1 OPEN null"), steps(first));
    assertTrue(first.get(0).openedAt().isBefore(Play.at(620)));
  }

  @Example
  void aLaterRecordOfTheSameWindowReplacesIt() {
    List<Incident> found =
        shop()
            .window("w", MAINTENANCE, "payment", 500, 650, 10)
            .window("w", MAINTENANCE, "payment", 500, 800, 600)
            .errors("payment", 600, 0, 0.5)
            .until(1000);
    assertFalse(found.get(0).openedAt().isBefore(Play.at(800)));
  }

  @Example
  void silenceIsSaidOfAnIncidentAndTakenOffWhenItEnds() {
    List<Incident> found =
        shop()
            .window("quiet", SILENCE, "payment", 500, 700, 10)
            .errors("payment", 600, 800, 0.5)
            .until(1500);
    assertEquals(List.of("1 OPEN quiet", "2 UPDATED null", "3 RESOLVED null"), steps(found));
  }

  @Example
  void anAlertThatIsSilencedEndsAndComesBackAfterwards() {
    List<Incident> found =
        shop()
            .errors("payment", 600, 900, 0.5)
            .window("quiet", SILENCE, "*", 650, 800, 640)
            .until(1500);
    assertEquals(
        List.of("1 OPEN null", "2 UPDATED quiet", "3 UPDATED null", "4 RESOLVED null"),
        steps(found));
    assertEquals(
        List.of(true, false, true, false),
        found.stream().map(one -> Alert.of(one).open()).toList());
  }

  @Example
  void aWindowIsForgottenWhenItIsOverAndRefusedWhenThereIsNoRoom() {
    WindowLog log = new WindowLog();
    for (Play.Item item : new Play().window("w", SILENCE, "a", 1, 2, 1).items()) {
      assertTrue(log.add(Objects.requireNonNull(item.window()), 0, 1));
    }
    for (Play.Item item : new Play().window("v", SILENCE, "a", 1, 2, 1).items()) {
      assertFalse(log.add(Objects.requireNonNull(item.window()), 0, 1));
    }
    log.forgetBefore(Play.at(2).toEpochMilli());
    assertEquals(1, log.all().size());
    log.forgetBefore(Play.at(3).toEpochMilli());
    assertTrue(log.all().isEmpty());
  }

  @Example
  void aStarStandsForAnyText() {
    assertTrue(Wildcard.fits("*", ""));
    assertTrue(Wildcard.fits("a*c", "abbc"));
    assertTrue(Wildcard.fits("a*b*b", "abxb"));
    assertFalse(Wildcard.fits("a*c", "abb"));
    assertFalse(Wildcard.fits("a", "ab"));
    assertTrue(Wildcard.fits("**a", "a"));
  }

  /** Small events wait until they have grown. */
  @Example
  void whatIsNotBadEnoughOpensWhenItIs() {
    CorrelationSettings shipped = CorrelationSettings.DEFAULT;
    Situation major = new Situation("prod", shipped.with(LifecycleSettings.of("major", 1)));
    List<Incident> out = new ArrayList<>();
    Play play =
        shop()
            .errors("payment", 600, 0, 0.03)
            .episode(EpisodeKind.ERRORS, "payment", null, "POST /", 800, 0, 0.3, 0.001);
    Play.run(major, play.items(), 0, 1000, out);
    assertEquals(List.of("1 OPEN null"), steps(out));
    assertFalse(out.get(0).openedAt().isBefore(Play.at(800)));
    assertEquals(Play.at(600), out.get(0).startedAt());
    Situation wide = new Situation("prod", shipped.with(LifecycleSettings.of("minor", 2)));
    List<Incident> none = new ArrayList<>();
    Play.run(wide, shop().errors("payment", 600, 0, 0.5).items(), 0, 1000, none);
    assertEquals(List.of(), none);
  }

  private static List<Incident> play(List<Play.Item> items, int step) {
    Situation situation = new Situation("prod", CorrelationSettings.DEFAULT);
    List<Incident> out = new ArrayList<>();
    for (int second = 0; second < 1500; second += step) {
      Play.run(situation, items, second, second + step, out);
    }
    return out;
  }

  private static List<Play.Item> random(int seed) {
    Random random = new Random(seed);
    Play play = shop();
    for (int i = 0; i < 5; i++) {
      int from = 400 + random.nextInt(600);
      IncidentWindowKind kind = IncidentWindowKind.values()[random.nextInt(3)];
      String services = List.of("payment", "pay*,checkout", "*").get(random.nextInt(3));
      int heard = random.nextInt(from);
      play.window("w" + random.nextInt(3), kind, services, from, from + random.nextInt(400), heard);
      play.errors(random.nextBoolean() ? "payment" : "checkout", from, from + 100, 0.5);
    }
    return play.items();
  }

  @Property(tries = 40)
  void neitherTheOrderInATickNorTheStepsOfTimeChangeWhatWindowsDo(
      @ForAll int seed, @ForAll int shuffle, @ForAll @IntRange(min = 1, max = 90) int step) {
    List<Play.Item> items = random(seed);
    List<Play.Item> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, new Random(shuffle));
    assertEquals(play(items, 1500), play(shuffled, step));
  }

  @Property(tries = 40)
  void nothingOpensInsideOfMaintenanceAndNothingInSilenceIsToldToAPager(@ForAll int seed) {
    List<Play.Item> items = random(seed);
    for (Incident one : play(items, 1500)) {
      long ms = one.updatedAt().toEpochMilli();
      WindowLog log = heard(items, ms);
      if (one.revision() == 1 || one.status() == IncidentStatus.REOPENED) {
        assertNull(log.covering(MAINTENANCE, one.services(), ms));
      }
      if (one.status() != IncidentStatus.RESOLVED && one.status() != IncidentStatus.MERGED) {
        assertEquals(log.covering(SILENCE, one.services(), ms), one.silencedBy());
      }
    }
  }

  @Example
  void theIdOfAWithdrawnWindowThatIsOverCanBeUsedAgain() {
    nothingOpensInsideOfMaintenanceAndNothingInSilenceIsToldToAPager(-622);
  }

  private static WindowLog heard(List<Play.Item> items, long ms) {
    WindowLog log = new WindowLog();
    items.stream()
        .filter(item -> item.window() != null && Play.at(item.second()).toEpochMilli() <= ms)
        .sorted(Comparator.comparingInt(Play.Item::second).thenComparing(Play.Item::toString))
        .forEach(
            item ->
                log.add(
                    Objects.requireNonNull(item.window()),
                    Play.at(item.second()).toEpochMilli(),
                    100));
    return log;
  }
}
