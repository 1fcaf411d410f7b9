// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jspecify.annotations.Nullable;

/** The arrays against what they stand for: runs that each count for themselves. */
class CandidateRunsTest {
  private static final double[] SIZES = {0.2, 0.35, 0.55, 0.85, 1.25, 1.8, 2.6, 3.6};

  @Property(tries = 150)
  void sharedCountsAreThoseOfRunsThatCountForThemselves(
      @ForAll long seed, @ForAll @DoubleRange(max = 1) double usual, @ForAll boolean ofFamily) {
    EvidenceRule rule =
        ofFamily ? new FamilyRule(new Discoveries(), 100, .05) : DriftSettings.DEFAULT;
    SplittableRandom random = new SplittableRandom(seed);
    RateDetector detector = new RateDetector(rule);
    List<PlainRun> plain = plainRuns();
    double rate = usual;
    int starts = 0;
    for (int i = 0; i < 3_000; i++) {
      if (random.nextInt(300) == 0) {
        rate = random.nextBoolean() ? usual : random.nextDouble();
      }
      if (random.nextInt(50) == 0) {
        detector = RateDetector.of(rule, detector.memory());
      }
      boolean hit = random.nextDouble() < rate;
      RateShift expected = most(plain, hit, i, starts, rule);
      assertEquals(expected, detector.add(hit, i));
      if (expected != null) {
        starts++;
        plain = plainRuns();
      }
      assertEquals(plain.stream().map(PlainRun::memory).toList(), detector.memory().runs());
    }
  }

  @Property
  void noEvidenceExceedsItsBound(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Tally before = tally(random);
    Tally after = tally(random);
    if (before.rate() != after.rate()) {
      assertTrue(after.evidenceAgainst(before) <= after.mostEvidenceAgainst(before));
    }
  }

  private static Tally tally(SplittableRandom random) {
    long events = 1 + random.nextLong(1L << random.nextInt(1, 30));
    return new Tally(events, random.nextLong(random.nextBoolean() ? events + 1 : 2));
  }

  private static List<PlainRun> plainRuns() {
    List<PlainRun> runs = new ArrayList<>();
    for (ShiftDirection direction : List.of(ShiftDirection.UP, ShiftDirection.DOWN)) {
      for (double size : SIZES) {
        runs.add(new PlainRun(direction, size));
      }
    }
    return runs;
  }

  private static @Nullable RateShift most(
      List<PlainRun> runs, boolean hit, long atMs, int starts, EvidenceRule rule) {
    runs.forEach(run -> run.add(hit, atMs, rule.fewest()));
    RateShift most = null;
    for (PlainRun run : runs) {
      RateShift shift = run.shift(rule, starts);
      boolean other = most != null && shift != null && shift.direction() != most.direction();
      if (shift != null && !other && (most == null || shift.nats() > most.nats())) {
        most = shift;
      }
    }
    return most;
  }

  private static final class PlainRun {
    private final ShiftDirection direction;
    private final double size;
    private Tally before = Tally.NONE;
    private Tally after = Tally.NONE;
    private Tally weighed = Tally.NONE;
    private long sinceMs;
    private double cusum;

    PlainRun(ShiftDirection direction, double size) {
      this.direction = direction;
      this.size = size;
    }

    void add(boolean hit, long atMs, int fewest) {
      sinceMs = after.events() == 0 ? atMs : sinceMs;
      after = after.with(hit);
      double old = (weighed.hits() + 0.5) / (weighed.events() + 1);
      double odds = old / (1 - old) * StrictMath.exp(direction.sign() * size);
      double changed = odds / (1 + odds);
      cusum += hit ? StrictMath.log(changed / old) : StrictMath.log((1 - changed) / (1 - old));
      if (cusum <= 0 || after.events() > Math.max(before.events(), fewest)) {
        before = before.plus(after);
        after = Tally.NONE;
        cusum = 0;
        sinceMs = 0;
        weighed = before.events() >= weighed.events() * 1.02 + 1 ? before : weighed;
      }
    }

    @Nullable RateShift shift(EvidenceRule rule, int starts) {
      if (cusum <= 4
          || before.events() < rule.fewest()
          || Double.compare(after.rate(), before.rate()) != direction.sign()) {
        return null;
      }
      double nats = after.evidenceAgainst(before);
      return rule.suffices(before, after, nats, starts)
          ? new RateShift(direction, before, after, nats, sinceMs)
          : null;
    }

    RunMemory memory() {
      return new RunMemory(after, sinceMs, cusum, weighed);
    }
  }
}
