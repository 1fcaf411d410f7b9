// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import org.jspecify.annotations.Nullable;

/** Which of the runs that are worth a look is a change. */
final class RunEvidence {
  private static final int SIZES = EventWeights.SIZE_COUNT;
  private static final int RUNS = EventWeights.RUNS;
  private static final int UP = (1 << SIZES) - 1;

  /** A run whose CUSUM is not above 4 cannot have enough evidence. */
  private static final long WORTH_A_LOOK = Double.doubleToRawLongBits(4);

  private final EvidenceRule rule;
  private final RunBegins begins;

  RunEvidence(EvidenceRule rule, RunBegins begins) {
    this.rule = rule;
    this.begins = begins;
  }

  /**
   * A number below 0 when a CUSUM is worth a look, else one from 0: bits of numbers that are not
   * negative are in the order of the numbers.
   */
  static long worthALook(double cusum) {
    return WORTH_A_LOOK - Double.doubleToRawLongBits(cusum);
  }

  /** Bits of the runs of a channel that are worth a look. */
  static int suspicious(double[] cusums, int channel) {
    int bits = 0;
    for (int i = 0; i < RUNS; i++) {
      bits |= (int) (worthALook(cusums[channel * RUNS + i]) >>> 63) << i;
    }
    return bits;
  }

  /**
   * The change with most evidence, if any has enough, rather one upwards.
   *
   * @param suspicious bits of the runs to look at
   * @param seen all events of the channel
   */
  @Nullable RateShift most(int channel, int suspicious, Tally seen, int starts) {
    double least = rule.least(starts);
    RateShift up = most(ShiftDirection.UP, channel, suspicious & UP, seen, least, starts);
    return up != null
        ? up
        : most(ShiftDirection.DOWN, channel, suspicious & ~UP, seen, least, starts);
  }

  private @Nullable RateShift most(
      ShiftDirection direction, int channel, int runs, Tally seen, double least, int starts) {
    RateShift most = null;
    for (int rest = runs; rest != 0; rest &= rest - 1) {
      int run = channel * RUNS + Integer.numberOfTrailingZeros(rest);
      if (begins.events(run) >= rule.fewest()) {
        RateShift shift = shift(direction, run, seen, least, starts);
        if (shift != null && (most == null || shift.nats() > most.nats())) {
          most = shift;
        }
      }
    }
    return most;
  }

  private @Nullable RateShift shift(
      ShiftDirection direction, int run, Tally seen, double least, int starts) {
    Tally before = begins.before(run);
    Tally after = seen.minus(before);
    if (after.mostEvidenceAgainst(before) <= least
        || Double.compare(after.rate(), before.rate()) != direction.sign()) {
      return null;
    }
    double nats = after.evidenceAgainst(before);
    return rule.suffices(before, after, nats, starts)
        ? new RateShift(direction, before, after, nats, begins.sinceMs(run))
        : null;
  }
}
