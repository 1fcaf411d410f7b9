// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.signals.ShardKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldSeriesTest {
  private static final ShardKey KEY = new ShardKey("prod", "cart", "pod-1");
  private static final String SUBJECT = "queue@pod-1";
  private static final long T = 1_700_000_000_000L;
  private static final long MINUTE = 60_000;
  private static final int GROWN = 2_000;

  /** A clear anomaly of a grown series begins at each of these minutes and lasts eight. */
  private static final List<Integer> FAULTS = List.of(GROWN, GROWN + 300, GROWN + 600);

  private final SeriesTable table = new SeriesTable(SeriesSettings.defaults());
  private final List<Episode> heard = new ArrayList<>();

  private void play(SeriesTable into, List<Episode> out, int from, int to) {
    for (int minute = from; minute < to; minute++) {
      into.observe(
          1,
          EpisodeKind.METRIC,
          "queue",
          KEY,
          at(minute),
          value(minute),
          1,
          Direction.BOTH,
          out::add);
      into.observe(
          2,
          EpisodeKind.METRIC,
          "other",
          KEY,
          at(minute),
          value(minute),
          1,
          Direction.BOTH,
          out::add);
    }
  }

  private static double value(int minute) {
    boolean fault = FAULTS.stream().anyMatch(begin -> minute >= begin && minute < begin + 8);
    return 100 + 5 * new Random(minute * 31L).nextGaussian() + (fault ? 60 : 0);
  }

  private static long at(int minute) {
    return T + minute * MINUTE;
  }

  private void tell(int minute, Feedback... said) {
    table.tell(List.of(said), KEY, at(minute), heard::add);
  }

  private static Feedback normal(String id) {
    return said(id, FeedbackKind.NORMAL, null);
  }

  private static Feedback said(String id, FeedbackKind kind, @Nullable String withdraws) {
    return new Feedback(
        id, Instant.ofEpochMilli(T), "prod", "cart", SUBJECT, kind, withdraws, null, "ann");
  }

  private List<Episode> openings(String subject) {
    return heard.stream().filter(e -> e.revision() == 1 && e.subject().equals(subject)).toList();
  }

  @Test
  void whatWasCalledNormalIsNotRaisedAgainUntilThatIsTakenBack() {
    play(table, heard, 0, GROWN + 100);
    assertEquals(1, openings(SUBJECT).size());
    tell(GROWN + 100, normal("a"), normal("b"), normal("c"));
    play(table, heard, GROWN + 100, GROWN + 400);
    assertEquals(1, openings(SUBJECT).size());
    tell(
        GROWN + 400,
        said("w1", FeedbackKind.WITHDRAWN, "a"),
        said("w2", FeedbackKind.WITHDRAWN, "b"),
        said("w3", FeedbackKind.WITHDRAWN, "c"));
    play(table, heard, GROWN + 400, GROWN + 700);
    assertEquals(2, openings(SUBJECT).size());
    assertEquals(3, openings("other@pod-1").size());
  }

  @Test
  void whatWasTakenBackInTheMidstOfAFaultLeavesNoTrace() {
    SeriesTable never = new SeriesTable(SeriesSettings.defaults());
    List<Episode> plain = new ArrayList<>();
    int taken = GROWN + 303;
    play(never, plain, 0, taken);
    play(table, heard, 0, GROWN + 100);
    tell(GROWN + 100, normal("a"), normal("b"), normal("c"));
    play(table, heard, GROWN + 100, taken);
    for (String id : List.of("a", "b", "c")) {
      tell(taken, said("w" + id, FeedbackKind.WITHDRAWN, id));
    }

    assertFalse(table.isTold());
    assertArrayEquals(never.block(), table.block());
    plain.clear();
    heard.clear();
    play(never, plain, taken, GROWN + 700);
    play(table, heard, taken, GROWN + 700);
    assertEquals(plain, heard);
    assertArrayEquals(never.block(), table.block());
  }

  @Test
  void anEpisodeThatIsOpenEndsWhenItIsCalledNormal() {
    play(table, heard, 0, GROWN + 5);
    assertEquals(EpisodeStatus.OPEN, openings(SUBJECT).get(0).status());
    tell(GROWN + 5, normal("a"));
    Episode last = heard.get(heard.size() - 1);
    assertEquals(EpisodeStatus.CLOSED, last.status());
    assertEquals(openings(SUBJECT).get(0).id(), last.id());
    assertTrue(last.reason().endsWith("; alarm budget 1/8 by feedback a"), last.reason());
  }

  @Test
  void aConfirmedEpisodeGoesOnUnderItsNameAndSaysSo() {
    play(table, heard, 0, GROWN + 4);
    int before = heard.size();
    tell(GROWN + 4, said("a", FeedbackKind.CONFIRMED, null));
    assertEquals(before, heard.size());
    play(table, heard, GROWN + 4, GROWN + 100);
    List<Episode> about = heard.stream().filter(e -> e.subject().equals(SUBJECT)).toList();
    assertEquals(1, about.stream().map(Episode::id).distinct().count());
    Episode last = about.get(about.size() - 1);
    assertEquals(EpisodeStatus.CLOSED, last.status());
    assertTrue(last.reason().endsWith("; alarm budget x2 by feedback a"), last.reason());
  }

  @Test
  void aSilentSeriesEndsItsEpisodeByFeedbackToo() {
    play(table, heard, 0, GROWN + 4);
    tell(GROWN + 4, said("a", FeedbackKind.CONFIRMED, null));
    table.expire(at(GROWN + 70), 86_400_000, KEY, heard::add);
    Episode last =
        heard.stream().filter(e -> e.subject().equals(SUBJECT)).reduce((a, b) -> b).get();
    assertEquals(EpisodeStatus.CLOSED, last.status());
    int said = heard.size();
    tell(GROWN + 71, said("w", FeedbackKind.WITHDRAWN, "a"));
    assertEquals(said, heard.size());
  }

  @Test
  void aWithdrawalOfWhatNobodySaidIsCounted() {
    assertEquals(
        1, table.tell(List.of(said("w", FeedbackKind.WITHDRAWN, "x")), KEY, at(0), heard::add));
    assertFalse(table.isTold());
  }

  /** What docs/feedback.md says of the worth of a statement. */
  @ParameterizedTest
  @CsvSource({"10, 1.9, 4.5", "60, 4.2, 6.5"})
  void aClearAnomalyLiesSoFarBeyondTheBudget(int stepSeconds, double least, double most) {
    for (int deviations : List.of(10, 20, 100)) {
      for (int seed = 0; seed < 8; seed++) {
        double margin = margin(stepSeconds * 1000L, deviations, seed);
        assertTrue(margin > least && margin < most, () -> deviations + ": " + margin);
      }
    }
  }

  /** The largest margin of twelve values that lie so many deviations higher than 2,000 before. */
  private static double margin(long stepMs, int deviations, int seed) {
    SeriesDetector detector = new SeriesDetector(DetectorSettings.defaults());
    byte[] state = new byte[SeriesDetector.BYTES];
    Judged judged = new Judged();
    Random random = new Random(seed);
    double walk = 0;
    double margin = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < GROWN + 12; i++) {
      walk = 0.6 * walk + random.nextGaussian();
      double value = 100 + 5 * walk + (i >= GROWN ? 5 * deviations : 0);
      detector.step(state, 0, T + i * stepMs, value, judged);
      margin = i < GROWN ? margin : Math.max(margin, judged.margin);
    }
    return margin;
  }
}
