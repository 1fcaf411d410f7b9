// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the arrays of {@link CandidateRuns} stand for: runs that each count for themselves. */
final class PlainRuns {
  private static final double[] SIZES = {0.2, 0.35, 0.55, 0.85, 1.25, 1.8, 2.6, 3.6};

  private final EvidenceRule rule;
  private final List<PlainRun> runs = new ArrayList<>();

  /** Runs that begin after some events. */
  PlainRuns(EvidenceRule rule, Tally before) {
    this.rule = rule;
    for (ShiftDirection direction : List.of(ShiftDirection.UP, ShiftDirection.DOWN)) {
      for (double size : SIZES) {
        runs.add(new PlainRun(direction, size, before));
      }
    }
  }

  List<RunMemory> memory() {
    return runs.stream().map(PlainRun::memory).toList();
  }

  @Nullable RateShift add(boolean hit, long atMs, int starts) {
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
    private Tally before;
    private Tally after = Tally.NONE;
    private Tally weighed;
    private long sinceMs;
    private double cusum;

    PlainRun(ShiftDirection direction, double size, Tally before) {
      this.direction = direction;
      this.size = size;
      this.before = before;
      this.weighed = before;
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
