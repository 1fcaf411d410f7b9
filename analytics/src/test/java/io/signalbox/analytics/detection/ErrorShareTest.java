// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static io.signalbox.analytics.detection.Tape.cell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ErrorShareTest {
  @Test
  void aServiceThatFailsFromItsFirstSecondAlarmsAfterTwentyFailures() {
    Tape tape = new Tape().spans(0, 120, s -> List.of(cell("Charge", 2, s % 2)));
    assertEquals(List.of("OPEN Charge 40"), tape.told(EpisodeKind.ERRORS).subList(0, 1));
    Tape slow = new Tape().spans(0, 18, s -> List.of(cell("Charge", 1, 1))).advanceTo(60);
    assertTrue(slow.episodes.isEmpty());
  }

  @Test
  void anEpisodeOpensOnARiseAndClosesAfterIt() {
    Tape tape =
        new Tape()
            .spans(0, 600, s -> List.of(cell("Get", 20, s % 20 == 0 ? 1 : 0)))
            .spans(600, 660, s -> List.of(cell("Get", 20, 4)))
            .spans(660, 720, s -> List.of(cell("Get", 20, s % 20 == 0 ? 1 : 0)));
    assertEquals(List.of("OPEN Get 610", "CLOSED Get 720"), tape.told(EpisodeKind.ERRORS));
    Episode open = tape.episodes.get(0);
    assertEquals(0.2, open.value());
    assertEquals(0.0025, open.expected(), 0.0015);
    assertTrue(open.upper() < 0.05 && open.pValue() < 1e-9);
  }

  @Test
  void nothingIsLearnedWhileAnEpisodeIsOpen() {
    Tape tape =
        new Tape()
            .spans(0, 600, s -> List.of(cell("Get", 20, 0)))
            .spans(600, 7200, s -> List.of(cell("Get", 20, 2)));
    assertEquals(List.of("OPEN Get 610"), tape.told(EpisodeKind.ERRORS));
  }

  @Test
  void fewCallsAreGatheredUntilTheyProveSomething() {
    Tape tape =
        new Tape()
            .spans(0, 3600, s -> s % 20 == 0 ? List.of(cell("Get", 1, 0)) : List.of())
            .spans(3600, 4200, s -> s % 20 == 0 ? List.of(cell("Get", 1, 1)) : List.of());
    assertEquals(1, tape.opened(EpisodeKind.ERRORS).count());
  }

  @Test
  void failuresThatNoOperationExplainsAreSeenInAll() {
    Tape tape =
        new Tape().spans(0, 900, s -> ops(s, 0)).spans(900, 1200, s -> ops(s, s % 30 < 20 ? 1 : 0));
    assertEquals(List.of("*"), subjects(tape));
  }

  @Test
  void oneFailingOperationIsNotToldTwice() {
    Tape tape =
        new Tape()
            .spans(0, 300, s -> List.of(cell("Get", 20, 0), cell("Set", 20, 0)))
            .spans(300, 600, s -> List.of(cell("Get", 20, 10), cell("Set", 20, 0)));
    assertEquals(List.of("OPEN Get 310"), tape.told(EpisodeKind.ERRORS));
  }

  @Test
  void aSteadyShareOfFailuresIsUsual() {
    Random random = new Random(7);
    for (double share : new double[] {0.001, 0.01, 0.05}) {
      Tape tape =
          new Tape()
              .spans(
                  0,
                  4 * 3600,
                  s -> List.of(cell("Get", 8, random.doubles(8).filter(d -> d < share).count())));
      assertEquals(List.of(), tape.told(EpisodeKind.ERRORS));
    }
  }

  private static List<io.signalbox.analytics.signals.SpanCell> ops(long second, long errors) {
    return java.util.stream.IntStream.range(0, 30)
        .mapToObj(i -> cell("op" + i, 1, i == second % 30 ? errors : 0))
        .toList();
  }

  private static List<String> subjects(Tape tape) {
    return tape.opened(EpisodeKind.ERRORS).map(Episode::subject).toList();
  }
}
