// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static io.signalbox.analytics.detection.Tape.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.signals.LogLine;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LogWatchTest {
  private static final LogLine CHATTER = line(9, "request done", 10);

  @Test
  void aNewKindOfErrorOpensAnEpisodeOfItsTemplate() {
    Tape tape =
        new Tape()
            .logs(0, 700, s -> List.of(CHATTER))
            .logs(700, 760, s -> List.of(CHATTER, line(17, "disk <*> is full", 1)))
            .logs(760, 900, s -> List.of(CHATTER));
    assertEquals(List.of("disk <*> is full", "severity=error"), subjects(tape));
    assertEquals(
        List.of("OPEN severity=error 720", "OPEN disk <*> is full 720"),
        tape.told(EpisodeKind.LOGS).stream().filter(t -> t.startsWith("OPEN")).toList());
    assertEquals(2, tape.episodes.stream().filter(e -> e.status() == EpisodeStatus.CLOSED).count());
  }

  @Test
  void whatIsNewInTheFirstTenMinutesIsMerelyUnknown() {
    Tape tape =
        new Tape()
            .logs(0, 300, s -> List.of(CHATTER))
            .logs(300, 1800, s -> List.of(CHATTER, line(17, "disk <*> is full", 1)));
    assertEquals(List.of(), tape.told(EpisodeKind.LOGS));
  }

  @Test
  void aSurgeOfAKnownWarningIsSeen() {
    Random random = new Random(3);
    Tape tape =
        new Tape()
            .logs(0, 3600, s -> List.of(line(13, "slow answer of <*>", random.nextInt(3))))
            .logs(3600, 3660, s -> List.of(line(13, "slow answer of <*>", 20)));
    assertEquals(List.of("severity=warn", "slow answer of <*>"), subjects(tape));
  }

  @Test
  void linesOfInformationAreNotJudged() {
    Tape tape =
        new Tape()
            .logs(0, 700, s -> List.of(CHATTER))
            .logs(700, 760, s -> List.of(line(9, "request done", 10_000), line(0, "ERROR", 9)));
    assertEquals(List.of(), tape.told(EpisodeKind.LOGS));
  }

  @Test
  void aSingleNewErrorIsNoEpisode() {
    Tape tape =
        new Tape()
            .logs(0, 700, s -> List.of(CHATTER))
            .logs(700, 3600, s -> s % 400 == 0 ? List.of(line(17, "oops", 1)) : List.of(CHATTER));
    assertEquals(List.of(), tape.told(EpisodeKind.LOGS));
  }

  @Test
  void theSubjectOfAnOpenEpisodeStaysWhenItsTemplateChanges() {
    Tape tape =
        new Tape()
            .logs(0, 700, s -> List.of(CHATTER))
            .logs(700, 730, s -> List.of(line(17, "user ann not found here", 1)))
            .logs(730, 760, s -> List.of(line(17, "user bob not found here", 9)))
            .logs(760, 900, s -> List.of(CHATTER));
    assertTrue(subjects(tape).contains("user ann not found here"), () -> "" + subjects(tape));
    assertEquals(
        2, tape.episodes.stream().map(Episode::id).distinct().count(), "one id per episode");
  }

  @Test
  void aStormOfErrorsOpensFewEpisodes() {
    Tape tape = new Tape().logs(0, 700, s -> List.of(CHATTER)).logs(700, 760, s -> storm());
    assertEquals(9, tape.opened(EpisodeKind.LOGS).count());
  }

  private static List<LogLine> storm() {
    return "abcdefghijklmnopqrstuvwxyz"
        .chars()
        .mapToObj(c -> line(17, (char) c + " failed", 5))
        .toList();
  }

  private static List<String> subjects(Tape tape) {
    return List.copyOf(new TreeSet<>(tape.opened(EpisodeKind.LOGS).map(Episode::subject).toList()));
  }
}
