// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static io.signalbox.analytics.detection.Tape.T0;
import static io.signalbox.analytics.detection.Tape.version;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.signals.Change;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionsTest {
  @Test
  void aNewVersionOfAKnownServiceIsAChange() {
    Tape tape =
        new Tape()
            .spans(0, 100, s -> List.of(version("v1", 9, 0), version("v2", 1, 0)))
            .spans(100, 160, s -> List.of(version("v1", 9, 0), version("v3", 1, 0)));
    assertEquals(1, tape.changes.size());
    Change change = tape.changes.get(0);
    assertEquals(Instant.ofEpochMilli(T0 + 100_000), change.at());
    assertEquals("v3", change.version());
    assertEquals("v1", change.previousVersion());
    assertEquals("version", change.kind());
    assertTrue(change.inferred() && change.id().startsWith("ch-"));
  }

  @Test
  void theVersionBeforeIsTheOneWithMostCallsOfLate() {
    Tape tape =
        new Tape()
            .spans(0, 3000, s -> List.of(version("v1", 9, 0)))
            .spans(3000, 6000, s -> List.of(version("v2", 9, 0)))
            .spans(6000, 6010, s -> List.of(version("v3", 9, 0)));
    assertEquals(List.of("v1", "v2"), tape.changes.stream().map(Change::previousVersion).toList());
  }

  @Test
  void versionsOfTheFirstMinuteAreNoChange() {
    Tape tape = new Tape().spans(0, 100, s -> List.of(version(s < 59 ? "v1" : "v2", 1, 0)));
    assertEquals(List.of(), tape.changes);
  }

  @Test
  void theFirstVersionThatIsStatedAtAllIsNoChange() {
    Tape tape = new Tape().spans(0, 300, s -> List.of(version(s < 200 ? "" : "v1", 1, 0)));
    assertEquals(List.of(), tape.changes);
  }

  @Test
  void aVersionThatReturnsWithinADayIsNoChange() {
    Tape tape =
        new Tape()
            .spans(0, 10, s -> List.of(version("v1", 1, 0)))
            .spans(70_000, 70_010, s -> List.of(version("v2", 1, 0)))
            .spans(80_000, 80_010, s -> List.of(version("v1", 1, 0)));
    assertEquals(1, tape.changes.size());
  }

  @Test
  void moreVersionsThanAreRememberedAreNotTold() {
    Tape tape = new Tape().spans(0, 1000, s -> List.of(version("build-" + s, 1, 0)));
    assertEquals(0, tape.changes.size());
    Tape slow = new Tape().spans(0, 1000, s -> List.of(version("build-" + s / 50, 1, 0)));
    assertEquals(14, slow.changes.size());
  }
}
