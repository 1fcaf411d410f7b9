// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Times of revisions from the watermark that releases them. */
class PagingClockTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final long NOON_MS = NOON.toEpochMilli();

  private static Incident incident(String id, Instant updatedAt) {
    return new Incident(
        id,
        1,
        IncidentStatus.OPEN,
        "prod",
        NOON,
        NOON,
        updatedAt,
        null,
        "",
        "major",
        List.of(),
        List.of(),
        NOON,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        1,
        null,
        null,
        List.of(),
        List.of());
  }

  @Test
  void aRunIsOverWhenReadersHaveSeenAllThatWasSent() {
    Incident early = incident("early", NOON);
    Incident late = incident("late", NOON.plusMillis(500));
    PagingClock.released(NOON_MS - 1);
    PagingClock.sent(early, System.nanoTime(), NOON_MS - 1);
    PagingClock.released(NOON_MS + 999);
    PagingClock.sent(late, System.nanoTime(), NOON_MS + 999);
    PagingClock.seen(early);
    assertFalse(PagingClock.isOver(NOON_MS + 999));
    PagingClock.seen(late);
    assertTrue(PagingClock.isOver(NOON_MS + 999));
    assertFalse(PagingClock.isOver(NOON_MS + 1999));

    List<PagingClock.Way> all = PagingClock.ways(NOON_MS);
    assertEquals(2, all.size());
    assertTrue(all.stream().allMatch(way -> way.releaseToSendMs() >= 0), all::toString);
    assertTrue(all.stream().allMatch(way -> way.sendToReaderMs() >= 0), all::toString);
    assertEquals(1, PagingClock.ways(NOON_MS + 1).size());
  }
}
