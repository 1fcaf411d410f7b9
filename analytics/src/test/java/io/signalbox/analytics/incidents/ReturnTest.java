// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.detection.EpisodeKind;
import io.signalbox.analytics.detection.EpisodeStatus;
import io.signalbox.analytics.detection.Suspicion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Series that fall silent in the middle of an episode, and what they say afterwards. */
class ReturnTest {
  private static final String SERIES = "GET /cart p50";

  private final Situation situation = new Situation("prod", CorrelationSettings.DEFAULT);
  private final List<Incident> found = new ArrayList<>();

  private static Suspicion slow(int second) {
    return new Suspicion(
        "prod",
        "cart",
        EpisodeKind.DURATION,
        SERIES,
        Play.at(second),
        20,
        10_000,
        300_000,
        20_000,
        50);
  }

  /** An episode with this onset, as it stands at a second. */
  private static Episode episode(int onset, int revision, int second) {
    return new Episode(
        "ep-cart",
        revision,
        revision == 1 ? EpisodeStatus.OPEN : EpisodeStatus.UPDATED,
        "prod",
        "cart",
        EpisodeKind.DURATION,
        SERIES,
        null,
        Play.at(onset),
        Play.at(second),
        null,
        0.8,
        1e-12,
        300_000,
        20_000,
        0,
        25_000,
        50,
        "slow");
  }

  private void hear(int second, List<Episode> episodes) {
    List<Suspicion> suspicions = List.of(slow(second));
    News news = new News(episodes, suspicions, List.of(), List.of(), List.of());
    situation.fold(Play.at(second + 1), news, found::add);
  }

  private void slowFrom600To620() {
    hear(600, List.of());
    hear(610, List.of());
    hear(620, List.of(episode(600, 1, 620)));
  }

  private List<String> steps() {
    return found.stream().map(one -> one.revision() + " " + one.status()).toList();
  }

  @Test
  void anEpisodeThatNothingClosedDoesNotSpeakAgainAfterAnHourOfSilence() {
    slowFrom600To620();
    IntStream.iterate(660, second -> second < 12_000, second -> second + 60)
        .forEach(this::somethingElse);
    assertEquals(List.of("1 OPEN", "2 RESOLVED"), steps());
  }

  private void somethingElse(int second) {
    Suspicion other =
        new Suspicion(
            "prod", "web", EpisodeKind.METRIC, "cpu", Play.at(second), 8, 60_000, 2, 1, 1);
    News news = new News(List.of(), List.of(other), List.of(), List.of(), List.of());
    situation.fold(Play.at(second + 1), news, found::add);
  }

  @Test
  void whatComesAfterASilenceBeginsAnewThoughItsEpisodeIsStillOpen() {
    slowFrom600To620();
    hear(1200, List.of());
    hear(1210, List.of(episode(600, 2, 1210)));
    situation.advance(Play.at(1230), found::add);
    assertEquals(List.of("1 OPEN", "2 RESOLVED", "1 OPEN"), steps());
    assertEquals(Play.at(1200), found.get(2).startedAt());
  }

  @Test
  void aNewEpisodeBeginsAfterTheLastCalm() {
    DoubtLog log = new DoubtLog();
    log.add(slow(600), 1);
    assertEquals(Play.at(590), log.sinceLastCalm(episode(590, 1, 605)).startedAt());
    log.add(slow(1200), 1);
    assertEquals(Play.at(1200), log.sinceLastCalm(episode(610, 1, 1210)).startedAt());
  }

  @Test
  void aRunIsKeptAsLongAsAnEpisodeOfItsSeriesIsOpen() {
    DoubtLog log = new DoubtLog();
    log.add(slow(600), 1);
    long later = Play.at(9_000).toEpochMilli();
    log.forgetBefore(later, Set.of(DoubtLog.keyOf(episode(600, 1, 605))));
    assertEquals(1, log.all().size());
    log.forgetBefore(later, Set.of());
    assertEquals(0, log.all().size());
  }

  @Test
  void aWeakSignFromLongBeforeDoesNotTellTheOnset() {
    List<Incident> revisions =
        new Play()
            .metric("cart", "process.memory", 600, 0)
            .episode(EpisodeKind.DURATION, "cart", null, SERIES, 2600, 0, 300_000, 20_000)
            .until(2700);
    assertEquals(Play.at(2600), revisions.get(0).onsetAt());
  }
}
