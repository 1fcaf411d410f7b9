// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FileClockTest {
  private static final long HOUR_MS = 3_600_000;
  private static final long WEEK_MS = 7 * 24 * HOUR_MS;

  private final FileClock clock = new FileClock();

  @Test
  void timesThatGoForwardAreLeftAlone() {
    assertEquals(-5, clock.next(-5));
    assertEquals(0, clock.next(0));
    assertEquals(9 * WEEK_MS, clock.next(9 * WEEK_MS));
  }

  @Test
  void anHourThatComesTwiceIsWaitedFor() {
    clock.next(10 * HOUR_MS);
    assertEquals(10 * HOUR_MS + 1, clock.next(10 * HOUR_MS));
    assertEquals(10 * HOUR_MS + 2, clock.next(9 * HOUR_MS));
    assertEquals(10 * HOUR_MS + 3, clock.next(9 * HOUR_MS + 60_000));
    assertEquals(11 * HOUR_MS, clock.next(11 * HOUR_MS));
  }

  @Test
  void aTimeFarAheadDoesNotStopTheClock() {
    clock.next(HOUR_MS);
    clock.next(4_000 * WEEK_MS + 5);
    long after = clock.next(2 * HOUR_MS);
    assertTrue(after > 4_000 * WEEK_MS + 5);
    assertEquals(2 * HOUR_MS, after % WEEK_MS);
    assertEquals(after + HOUR_MS, clock.next(3 * HOUR_MS));
  }

  @Property(tries = 200)
  void timesAlwaysGoForward(
      @ForAll List<@LongRange(min = 0, max = 1_000_000_000_000L) Long> times) {
    FileClock fresh = new FileClock();
    long last = Long.MIN_VALUE;
    for (long time : times) {
      long at = fresh.next(time);
      assertTrue(at > last);
      last = at;
    }
  }
}
