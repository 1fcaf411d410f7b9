// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.signalbox.analytics.detection.EpisodeKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service that nobody calls, as far as traces tell, says nothing any more. */
class SilentEntranceTest {
  private static Play system() {
    return new Play().calls("web", "cart", 0, 600).silence("web", 600, 0);
  }

  @Test
  void whoCalledOthersIsMissedByTheirWantOfCallsAndToBlameForIt() {
    List<Incident> found =
        system()
            .episode(EpisodeKind.RATE, "cart", null, "*", 605, 0, 0, 12)
            .episode(EpisodeKind.METRIC, "cart", null, "queue.length", 605, 0, 0, 9)
            .until(900);
    assertFalse(found.isEmpty());
    assertEquals("web", found.get(found.size() - 1).suspects().get(0).node());
  }

  @Test
  void whoCalledOthersWhoHaveAsMuchToDoAsEverHasOnlyLostItsVoice() {
    assertEquals(List.of(), system().until(900));
  }
}
