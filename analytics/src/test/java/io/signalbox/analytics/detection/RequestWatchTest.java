// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static io.signalbox.analytics.detection.Tape.T0;
import static io.signalbox.analytics.detection.Tape.cell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestWatchTest {
  @Test
  void aBusyOperationIsJudgedEveryWindowButItsFirst() {
    Tape tape = new Tape().spans(3, 40, s -> List.of(cell("Get", s < 30 ? 4 : 8, 0)));
    List<String> rates = tape.series.stream().filter(s -> s.contains("RATE Get")).toList();
    assertEquals(List.of("20 RATE Get 4.0 40", "30 RATE Get 4.0 40", "40 RATE Get 8.0 80"), rates);
    List<String> p99 = tape.series.stream().filter(s -> s.contains("DURATION Get p99")).toList();
    assertEquals(4, p99.size());
    assertTrue(p99.get(0).endsWith(" 28"), p99::toString);
  }

  @Test
  void aQuietOperationIsJudgedByTheMinuteAndAHardlyUsedOneNotAtAll() {
    Tape tape =
        new Tape()
            .spans(
                0,
                200,
                s ->
                    s % 50 == 7
                        ? List.of(cell("Get", 1, 0), cell("Rare", 1, 0))
                        : s % 3 == 0 ? List.of(cell("Get", 1, 0)) : List.of());
    assertEquals(
        List.of("70 RATE Get", "130 RATE Get", "190 RATE Get"),
        tape.series.stream()
            .filter(s -> !s.contains("*") && !s.contains("DURATION"))
            .map(s -> s.substring(0, s.indexOf("Get") + 3))
            .toList());
  }

  @Test
  void clientSpansAreNotWhatAServiceAnswers() {
    Tape tape = new Tape().spans(0, 40, s -> List.of(Tape.cell("call", 3, "", "", 9, 9, 5_000)));
    assertTrue(tape.series.isEmpty() && tape.episodes.isEmpty());
  }

  @Test
  void internalSpansCountOnlyAsLongAsNoServerSpanWasSeen() {
    Tape tape =
        new Tape()
            .spans(0, 30, s -> List.of(Tape.cell("job", 1, "", "", 9, 0, 5_000)))
            .spans(
                30, 60, s -> List.of(Tape.cell("job", 1, "", "", 9, 0, 5_000), cell("Get", 9, 0)));
    List<String> rates = tape.series.stream().filter(s -> s.contains("RATE")).toList();
    assertEquals(
        List.of(
            "20 RATE job 9.0 90", "30 RATE job 9.0 90", "50 RATE Get 9.0 90", "60 RATE Get 9.0 90"),
        rates);
  }

  @Test
  void namesBeyondTheLimitAreJudgedTogether() {
    Tape tape =
        new Tape()
            .spans(
                0,
                30,
                s ->
                    IntStream.range(0, 70)
                        .mapToObj(i -> cell("op" + (100 + i), 9, 0))
                        .sorted((a, b) -> b.operation().compareTo(a.operation()))
                        .toList());
    List<String> last =
        tape.series.stream()
            .filter(s -> s.startsWith("30 RATE"))
            .map(s -> s.split(" ")[2])
            .toList();
    assertEquals(66, last.size());
    assertTrue(last.contains("op163") && !last.contains("op164"));
    assertTrue(tape.series.contains("30 RATE other 54.0 540"));
    assertTrue(tape.series.contains("30 RATE * 630.0 6300"));
  }

  @Test
  void silenceOpensAfterAMinuteAndClosesWhenHeardAgain() {
    Tape tape =
        new Tape()
            .spans(0, 400, s -> List.of(cell("Get", 5, 0)))
            .advanceTo(500)
            .spans(500, 510, s -> List.of(cell("Get", 5, 0)));
    assertEquals(List.of("OPEN  459", "CLOSED  501"), tape.told(EpisodeKind.SILENCE));
    Episode open = tape.episodes.get(0);
    assertEquals(T0 + 399_000, open.startedAt().toEpochMilli());
    assertEquals(1e-12, open.pValue());
  }

  @Test
  void aServiceThatSpeaksOnceAMinuteMayMissABeat() {
    Tape tape = new Tape();
    for (int minute = 0; minute < 60; minute++) {
      tape.advanceTo(minute * 60);
      if (minute % 7 != 3) {
        tape.watch.heard(T0 + minute * 60_000L);
      }
    }
    assertTrue(tape.episodes.isEmpty());
    tape.advanceTo(4300);
    assertEquals(1, tape.opened(EpisodeKind.SILENCE).count());
  }

  @Test
  void aHabitOfPausesIsLearned() {
    Tape tape = new Tape();
    for (int hour = 0; hour < 12; hour++) {
      tape.spans(hour * 3600, hour * 3600 + 600, s -> List.of(cell("Batch", 2, 0)));
    }
    assertEquals(3, tape.opened(EpisodeKind.SILENCE).count());
  }

  @Test
  void aServiceThatGoesQuietIsForgottenAfterADay() {
    Tape tape = new Tape().spans(0, 400, s -> List.of(cell("Get", 5, 2)));
    assertEquals(1, tape.opened(EpisodeKind.ERRORS).count());
    tape.advanceTo(399 + 86_399);
    assertFalse(tape.watch.forgotten());
    assertEquals(T0 + 399_000 + 86_400_000, tape.watch.nextWakeMs());
    tape.advanceTo(399 + 86_400);
    assertTrue(tape.watch.forgotten());
    assertEquals(Long.MAX_VALUE, tape.watch.nextWakeMs());
    long ends = tape.episodes.stream().filter(e -> e.status() == EpisodeStatus.CLOSED).count();
    assertEquals(2, ends);
  }

  @Test
  void aTickOutsideTheWindowIsRefused() {
    Tape tape = new Tape().spans(0, 5, s -> List.of(cell("Get", 5, 0)));
    assertThrows(
        IllegalStateException.class,
        () -> tape.watch.foldSpans(T0 + 10_000, List.of(cell("Get", 1, 0))));
    assertThrows(
        IllegalStateException.class,
        () -> tape.watch.foldSpans(T0 - 1_000, List.of(cell("Get", 1, 0))));
  }
}
