// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static io.signalbox.analytics.detection.Watching.START_MS;
import static io.signalbox.analytics.detection.Watching.calls;
import static io.signalbox.analytics.detection.Watching.unanswered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeEpisodesTest {
  private final Watching watching = new Watching();

  @Test
  void anEdgeWithoutHistoryThatFailsThreeTimesOutOfFourOpensAtOnce() {
    watching.pass(1, calls("bank", 20, 15, 900)).settle();
    assertEquals(List.of("OPEN EDGE_ERRORS failed calls bank"), watching.told());
    Episode open = watching.episodes.get(0);
    assertEquals(Instant.ofEpochMilli(START_MS + 10_000), open.startedAt());
    assertEquals(0.75, open.value());
    assertEquals(20, open.support());
    assertTrue(open.reason().startsWith("share of failed calls to bank is 0.75"), open.reason());
  }

  @Test
  void anEdgeThatFailsOnceInAWhileIsLeftAlone() {
    watching.pass(90, calls("bank", 100, 1, 900), calls("cart", 3, 0, 900));
    watching.pass(1, calls("bank", 100, 3, 900), calls("cart", 3, 1, 900)).settle();
    assertEquals(List.of(), watching.told());
  }

  @Test
  void failuresThatEndCloseTheEpisode() {
    watching.pass(30, calls("bank", 100, 1, 900)).pass(6, calls("bank", 100, 30, 900));
    watching.pass(6, calls("bank", 100, 1, 900)).settle();
    assertEquals(
        List.of("OPEN EDGE_ERRORS failed calls bank", "CLOSED EDGE_ERRORS failed calls bank"),
        watching.told());
  }

  @Test
  void fewCallsAreGatheredForAMinuteBeforeTheyAreJudged() {
    watching.pass(5, calls("bank", 1, 1, 900));
    watching.rest(21_999);
    assertEquals(List.of(), watching.told());
    watching.rest(1).pass(12, calls("bank", 1, 1, 900)).settle();
    assertEquals(List.of("OPEN EDGE_ERRORS failed calls bank"), watching.told());
    assertEquals(Instant.ofEpochMilli(START_MS + 60_000), watching.episodes.get(0).startedAt());
  }

  @Test
  void aCalleeThatNoLongerAnswersIsSilentThoughNoCallFails() {
    watching.pass(30, calls("bank", 30, 0, 900)).pass(2, unanswered("bank:80", 30, 100)).settle();
    assertEquals(List.of("OPEN EDGE_ERRORS calls without answer bank"), watching.told());
    String reason = watching.episodes.get(0).reason();
    assertTrue(reason.startsWith("share of calls without answer to bank is 1"), reason);
  }

  @Test
  void aCalleeThatWasNeverHeardIsNotSilentAllOfASudden() {
    watching.pass(60, unanswered("redis", 30, 100)).settle();
    assertEquals(List.of(), watching.told());
  }

  @Test
  void timeLostOnTheWayOpensAnEpisode() {
    watching.pass(30, calls("bank", 30, 0, 900)).pass(3, calls("bank", 30, 0, 9000)).settle();
    assertEquals(List.of("OPEN EDGE_WIRE wire time bank"), watching.told());
    assertEquals(9000, watching.episodes.get(0).value(), 180);
    assertEquals(900, watching.episodes.get(0).expected(), 40);
  }

  @Test
  void timeLostBySomeCallsOpensAnEpisodeToo() {
    watching.pass(30, calls("bank", 30, 0, 900));
    watching.pass(3, calls("bank", 24, 0, 900), calls("bank", 6, 0, 9000)).settle();
    assertEquals(List.of("OPEN EDGE_WIRE wire time bank"), watching.told());
  }

  @Test
  void aSilentPeerThatGetsSlowOpensAnEpisode() {
    watching.pass(30, unanswered("redis", 30, 1000)).pass(3, unanswered("redis", 30, 20_000));
    assertEquals(List.of("OPEN EDGE_WIRE client duration redis"), watching.settle().told());
  }

  @Test
  void microsecondsMoreAreNoise() {
    watching.pass(30, calls("bank", 30, 0, 20)).pass(6, calls("bank", 30, 0, 80)).settle();
    assertEquals(List.of(), watching.told());
  }

  @Test
  void aShiftThatLastsAnHourIsTheNewUsual() {
    watching.pass(30, calls("bank", 30, 0, 900)).pass(400, calls("bank", 30, 20, 9000)).settle();
    assertEquals(
        List.of(
            "OPEN EDGE_ERRORS failed calls bank",
            "OPEN EDGE_WIRE wire time bank",
            "CLOSED EDGE_WIRE wire time bank",
            "CLOSED EDGE_ERRORS failed calls bank"),
        watching.told());
    watching.pass(30, calls("bank", 30, 20, 9000)).settle();
    assertEquals(4, watching.episodes.size());
  }

  @Test
  void nothingStaysOpenOnAnEdgeThatIsNoLongerUsed() {
    watching.pass(3, calls("bank", 20, 15, 900)).settle().rest(WatchedEdge.QUIET_MS);
    Episode last = watching.episodes.get(watching.episodes.size() - 1);
    assertEquals(EpisodeStatus.CLOSED, last.status());
    assertEquals(Instant.ofEpochMilli(START_MS + 30_000 + WatchedEdge.QUIET_MS), last.endedAt());
  }
}
