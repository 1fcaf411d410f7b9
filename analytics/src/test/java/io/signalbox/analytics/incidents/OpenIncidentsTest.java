// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OpenIncidentsTest {
  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

  private final OpenIncidents open = new OpenIncidents();

  private int note(int revision, IncidentStatus status) {
    return open.note(Heard.revision("inc-1", revision, status, "major")).revision();
  }

  @Test
  void whatIsAddedCountsInAllThatFollowsAlsoAfterAReturn() {
    assertEquals(1, note(1, IncidentStatus.OPEN));
    Incident again = open.again("inc-1", Heard.NOON.plusSeconds(15)).orElseThrow();
    assertEquals(2, again.revision());
    assertEquals(IncidentStatus.UPDATED, again.status());
    assertEquals(Heard.NOON.plusSeconds(15), again.updatedAt());
    assertEquals(3, note(2, IncidentStatus.RESOLVED));
    assertTrue(open.again("inc-1", Heard.NOON.plusSeconds(30)).isEmpty());
    open.forget(Heard.NOON.plusSeconds(140), TWO_MINUTES);
    assertEquals(4, note(3, IncidentStatus.REOPENED));
    assertEquals(5, open.again("inc-1", Heard.NOON.plusSeconds(150)).orElseThrow().revision());
  }

  @Test
  void whatIsOverForLongOrPartOfAnotherIsForgotten() {
    note(1, IncidentStatus.OPEN);
    assertEquals(new TreeSet<>(List.of(Heard.NOON.toEpochMilli())), open.begun());
    open.forget(Heard.NOON.plusSeconds(100_000), TWO_MINUTES);
    note(2, IncidentStatus.RESOLVED);
    open.forget(Heard.NOON.plusSeconds(141), TWO_MINUTES);
    assertTrue(open.all().isEmpty());
    note(1, IncidentStatus.OPEN);
    note(2, IncidentStatus.MERGED);
    assertTrue(open.all().isEmpty());
    assertTrue(open.again("inc-1", Heard.NOON).isEmpty());
  }
}
