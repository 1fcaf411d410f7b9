// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallsToComeTest {
  private static final int CALLERS = 12;
  private static final int FAULT = 300;
  private static final int WINDOW_LAG = 12;

  /** Twelve services call the hub; from the fault on some of their calls fail, as told later. */
  private static Play hub(int suffering) {
    Play play = new Play();
    for (int i = 0; i < CALLERS; i++) {
      long errors = i < suffering ? 40 : 0;
      play.calls("c" + i, "hub", 0, FAULT, 100, 0, false, 20_000);
      play.calls("c" + i, "hub", FAULT + WINDOW_LAG, FAULT + 120, 100, errors, false, 20_000);
    }
    return play.errors("hub", FAULT, FAULT + 100, 0.5);
  }

  private static List<String> causes(List<Incident> revisions) {
    return revisions.stream()
        .filter(one -> one.revision() == 1)
        .map(one -> one.suspects().get(0).node())
        .toList();
  }

  private static Incident of(String cause, List<Incident> revisions) {
    return revisions.stream()
        .filter(one -> one.suspects().get(0).node().equals(cause))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aHubThatFailsOpensOneIncidentAndNotOneForEachCaller() {
    Play play = hub(6);
    for (int i = 0; i < 6; i++) {
      play.errors("c" + i, FAULT + 2, FAULT + 100, 0.3);
    }
    List<Incident> revisions = play.until(FAULT + 60);
    assertEquals(List.of("hub"), causes(revisions));
    Incident last = revisions.get(revisions.size() - 1);
    assertTrue(last.services().containsAll(List.of("c0", "c5", "hub")), last::toString);
  }

  @Test
  void aCallerWhoseCallsAreAsUsualHasAnIncidentOfItsOwnHalfAMinuteLater() {
    List<Incident> revisions = hub(0).errors("c1", FAULT + 2, FAULT + 100, 0.3).until(FAULT + 60);
    assertEquals(List.of("hub", "c1"), causes(revisions));
    Incident own = of("c1", revisions);
    assertTrue(own.openedAt().isAfter(Play.at(FAULT + 31)), own::toString);
    assertTrue(own.openedAt().isBefore(Play.at(FAULT + 36)), own::toString);
  }

  /** Two that call each other fail at once, and what went over the calls tells otherwise. */
  @Test
  void neighboursWhoseCallsAreAsUsualPart() {
    List<Incident> revisions =
        new Play()
            .calls("shop", "bank", 0, FAULT + 120)
            .errors("bank", FAULT, FAULT + 100, 0.5)
            .errors("shop", FAULT, FAULT + 100, 0.5)
            .until(FAULT + 60);
    assertEquals(List.of("bank", "shop"), causes(revisions));
    Incident own = of("shop", revisions);
    assertEquals(IncidentStatus.SPLIT, own.status());
    assertTrue(own.updatedAt().isAfter(Play.at(FAULT + 29)), own::toString);
  }
}
