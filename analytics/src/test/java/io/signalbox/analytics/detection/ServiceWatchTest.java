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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServiceWatchTest {
  private static final long T0 = 1_700_000_000_000L;

  private ServiceWatch watch = new ServiceWatch("prod", "cart");
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

  @Test
  void aStatementThatWasCalledNormalEndsAndOnlyAWorseOneIsMade() {
    fold(60, revisions(60, EpisodeStatus.OPEN, 0, 4));
    tell(90, "a", FeedbackKind.NORMAL, null);
    assertEquals(EpisodeStatus.CLOSED, said.get(said.size() - 1).status());
    fold(120, revisions(120, EpisodeStatus.CLOSED, 0, 4));
    int before = said.size();
    tell(130, "b", FeedbackKind.NORMAL, null);
    tell(131, "c", FeedbackKind.NORMAL, null);
    fold(3600, revisions(3600, EpisodeStatus.OPEN, 5, 9));
    assertEquals(before, said.size());
    fold(3660, revisions(3660, EpisodeStatus.OPEN, 10, 200));
    Episode statement = said.get(said.size() - 1);
    assertEquals(EpisodeStatus.OPEN, statement.status());
    assertTrue(statement.reason().endsWith("; alarm budget 1/512 by feedback a, b, c"));
  }

  @Test
  void whatWasTakenBackLeavesNoTrace() {
    ServiceWatch never = new ServiceWatch("prod", "cart");
    List<Episode> plain = new ArrayList<>();
    for (int hour = 0; hour < 60; hour++) {
      if (hour == 10) {
        tell(hour * 3600 - 1, "a", FeedbackKind.NORMAL, null);
      }
      if (hour == 40) {
        tell(hour * 3600 - 1, "w", FeedbackKind.WITHDRAWN, "a");
        said.clear();
        plain.clear();
      }
      int count = hour % 7 == 0 ? 4 : 1;
      never = fold(never, hour * 3600, revisions(hour * 3600, EpisodeStatus.OPEN, 0, count), plain);
      fold(hour * 3600, revisions(hour * 3600, EpisodeStatus.OPEN, 0, count));
      int later = hour * 3600 + 900;
      never = fold(never, later, revisions(later, EpisodeStatus.CLOSED, 0, count), plain);
      fold(later, revisions(later, EpisodeStatus.CLOSED, 0, count));
    }
    assertTrue(!plain.isEmpty());
    assertEquals(plain, said);
  }

  /** As the operator does it: a watch that knows nothing is forgotten. */
  private static ServiceWatch fold(
      ServiceWatch watch, int second, List<Episode> revisions, List<Episode> out) {
    watch.fold(T0 + second * 1000L + 999, revisions, out::add);
    return watch.isEmpty() ? new ServiceWatch("prod", "cart") : watch;
  }

  private void tell(int second, String id, FeedbackKind kind, @Nullable String withdraws) {
    Instant at = Instant.ofEpochMilli(T0 + second * 1000L);
    var one = new Feedback(id, at, "prod", "cart", null, kind, withdraws, null, "ann");
    watch.tell(List.of(one), T0 + second * 1000L + 999, said::add);
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
    watch = fold(watch, second, revisions, said);
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
