// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecognisedFailureTest {
  private static Incident last(Play play) {
    List<Incident> out = new ArrayList<>();
    Situation situation = new Situation("prod", CorrelationSettings.DEFAULT);
    Play.run(situation, play.items(), 0, 400, out);
    return out.get(out.size() - 1);
  }

  private static Play twoInTrouble() {
    return new Play()
        .calls("web", "cart", 10, 600)
        .errors("cart", 100, 0, 0.5)
        .errors("web", 100, 0, 0.5);
  }

  @Test
  void aRecognisedFailureIsEvidenceAgainstTheNodeItBlames() {
    Incident incident = last(twoInTrouble().match("cache-stampede", "cart", 130));

    Suspect first = incident.suspects().get(0);
    assertEquals("cart", first.node());
    Evidence known =
        first.evidence().stream().filter(one -> one.kind().equals("pattern")).findFirst().get();
    assertEquals("cache-stampede", known.subject());
    assertTrue(known.weight() > 0);
  }

  @Test
  void anIncidentIsRevisedWhenItsFailureIsRecognised() {
    Incident without = last(twoInTrouble());
    Incident with = last(twoInTrouble().match("cache-stampede", "cart", 200));

    assertEquals(without.revision() + 1, with.revision());
    assertEquals(without.title(), with.title());
  }

  @Test
  void oneThatWasCompleteLongBeforeSaysNothing() {
    Play play = twoInTrouble().match("cache-stampede", "cart", -1000);

    assertTrue(
        last(play).suspects().get(0).evidence().stream()
            .noneMatch(one -> one.kind().equals("pattern")));
  }
}
