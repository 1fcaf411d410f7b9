// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RateDetectorTest {
  private static final DriftSettings SETTINGS = DriftSettings.DEFAULT;

  @Test
  void aRateThatStaysAlarmsAtMostOnceInAHundredThousandEvents() {
    long alarms = 0;
    for (double rate : new double[] {.5, .2, .05, .01}) {
      SplittableRandom random = new SplittableRandom(7);
      RateDetector detector = new RateDetector(SETTINGS);
      for (int i = 0; i < 500_000; i++) {
        RateShift shift = detector.add(random.nextDouble() < rate);
        alarms += shift != null && shift.direction() == ShiftDirection.UP ? 1 : 0;
      }
    }
    assertTrue(alarms <= 20, alarms + " alarms in two million events");
  }

  @Test
  void aRateThatNeverVariesNeverAlarms() {
    RateDetector detector = new RateDetector(SETTINGS);
    for (int i = 0; i < 100_000; i++) {
      assertNull(detector.add(false));
    }
  }

  /** What is told can be recomputed from all events: the run ends here, and nothing is between. */
  @Property(tries = 200)
  void theEvidenceIsThatOfTheEventsThemselves(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
      @ForAll @DoubleRange(min = .01, max = .5) double before,
      @ForAll @DoubleRange(min = .01, max = .99) double after) {
    SplittableRandom random = new SplittableRandom(seed);
    RateDetector detector = new RateDetector(SETTINGS);
    List<Boolean> events = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      boolean hit = random.nextDouble() < (i < 2_000 ? before : after);
      events.add(hit);
      RateShift shift = detector.add(hit);
      if (shift == null) {
        continue;
      }
      int from = events.size() - (int) shift.after().events();
      assertEquals(from, shift.before().events());
      assertEquals(hits(events.subList(0, from)), shift.before().hits());
      assertEquals(hits(events.subList(from, events.size())), shift.after().hits());
      assertEquals(slowly(shift.before(), shift.after()), shift.nats(), 1e-6);
      boolean up = shift.after().rate() > shift.before().rate();
      assertEquals(up ? ShiftDirection.UP : ShiftDirection.DOWN, shift.direction());
      events.clear();
    }
  }

  @Test
  void aJumpIsNoticedWithinTheBoundOfLorden() {
    long delays = 0;
    int runs = 100;
    for (int run = 0; run < runs; run++) {
      SplittableRandom random = new SplittableRandom(run);
      RateDetector detector = new RateDetector(SETTINGS);
      for (int i = 0; i < 5_000; i++) {
        detector.add(random.nextDouble() < .05);
      }
      RateShift shift = null;
      int delay = 0;
      while (shift == null && delay < 5_000) {
        shift = detector.add(random.nextDouble() < .4);
        delay++;
      }
      assertNotNull(shift);
      delays += delay;
    }
    double kl = .4 * Math.log(.4 / .05) + .6 * Math.log(.6 / .95);
    double bound = Math.log(1e5) / kl;
    assertTrue(delays <= 1.25 * bound * runs, delays / (double) runs + " of " + bound);
  }

  private static long hits(List<Boolean> events) {
    return events.stream().filter(hit -> hit).count();
  }

  private static double slowly(Tally before, Tally after) {
    double all = (double) (before.hits() + after.hits()) / (before.events() + after.events());
    return slowly(before, before.rate())
        + slowly(after, after.rate())
        - slowly(before, all)
        - slowly(after, all);
  }

  private static double slowly(Tally tally, double rate) {
    double sum = 0;
    for (long i = 0; i < tally.events(); i++) {
      sum += Math.log(i < tally.hits() ? rate : 1 - rate);
    }
    return sum;
  }
}
