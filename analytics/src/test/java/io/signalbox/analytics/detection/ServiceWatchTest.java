// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ServiceWatchTest {
  private static final long T0 = 1_700_000_000_000L;

  private final ServiceWatch watch = new ServiceWatch("prod", "cart");
  private final List<Episode> said = new ArrayList<>();

  @Test
  void aThousandSeriesThatLeaveTheirBandsTogetherMakeOneStatement() {
    fold(60, revisions(60, EpisodeStatus.OPEN, 0, 1000));
    assertEquals(1, said.size());
    Episode statement = said.get(0);
    assertEquals(EpisodeStatus.OPEN, statement.status());
    assertEquals(1000, statement.value());
    assertEquals(Instant.ofEpochMilli(T0 + 30_000), statement.startedAt());
    assertEquals("1000 series are not as usual together, led by m0; m1; m2", statement.reason());
    fold(300, revisions(300, EpisodeStatus.CLOSED, 0, 1000));
    assertEquals(EpisodeStatus.CLOSED, said.get(said.size() - 1).status());
    assertEquals(1, said.stream().map(Episode::id).distinct().count());
  }

  @Test
  void oneSeriesAloneIsNoStatementOfTheService() {
    for (int day = 0; day < 30; day++) {
      int second = day * 86_400;
      fold(second, revisions(second, EpisodeStatus.OPEN, day, day + 1));
      fold(second + 600, revisions(second + 600, EpisodeStatus.CLOSED, day, day + 1));
    }
    assertTrue(said.isEmpty());
  }

  @Test
  void whatFlapsEveryFewMinutesIsExpectedTo() {
    int id = 0;
    for (int minute = 0; minute < 7 * 1440; minute += 5) {
      flap(minute * 60, id, 3);
      id += 3;
    }
    int before = said.size();
    flap(7 * 86_400, id, 5);
    assertEquals(before, said.size());
    flap(7 * 86_400 + 600, id + 5, 100);
    assertTrue(said.size() > before);
  }

  private void flap(int second, int from, int count) {
    fold(second, revisions(second, EpisodeStatus.OPEN, from, from + count));
    fold(second + 60, revisions(second + 60, EpisodeStatus.CLOSED, from, from + count));
  }

  @Test
  void seriesBeyondTheMostAreCountedAndTheStatementStillEnds() {
    fold(0, revisions(0, EpisodeStatus.OPEN, 0, 2 * ServiceWatch.MOST));
    fold(60, revisions(60, EpisodeStatus.CLOSED, 0, 2 * ServiceWatch.MOST));
    assertEquals(2 * ServiceWatch.MOST, said.get(0).support());
    assertEquals(EpisodeStatus.CLOSED, said.get(said.size() - 1).status());
  }

  @Property(tries = 50)
  void theOrderWithinATickDoesNotMatter(@ForAll long seed) {
    List<Episode> revisions = new ArrayList<>(revisions(60, EpisodeStatus.OPEN, 0, 20));
    fold(60, revisions);
    ServiceWatch other = new ServiceWatch("prod", "cart");
    List<Episode> otherSaid = new ArrayList<>();
    Collections.shuffle(revisions, new Random(seed));
    other.fold(T0 + 60_999, revisions, otherSaid::add);
    assertEquals(said, otherSaid);
  }

  private void fold(int second, List<Episode> revisions) {
    watch.fold(T0 + second * 1000L + 999, revisions, said::add);
  }

  static List<Episode> revisions(int second, EpisodeStatus status, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> revision(second, status, i)).toList();
  }

  private static Episode revision(int second, EpisodeStatus status, int i) {
    Instant at = Instant.ofEpochMilli(T0 + second * 1000L);
    boolean closed = status == EpisodeStatus.CLOSED;
    return new Episode(
        "ep-" + i,
        closed ? 2 : 1,
        status,
        "prod",
        "cart",
        EpisodeKind.METRIC,
        "m" + i,
        null,
        at.minusSeconds(30),
        at,
        closed ? at : null,
        0.6,
        1e-9 * (i + 1),
        9,
        1,
        0,
        2,
        1,
        "");
  }
}
