// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import io.signalbox.analytics.quality.ConfidenceSequence;
import io.signalbox.analytics.quality.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whether a rate that is told while labels are still to come is right.
 *
 * @param delay how long labels take
 * @param runs how many were simulated
 * @param meanError mean of the told rate less the true one over all looks
 * @param leftOut share of runs in which the 95 % interval ever left the true rate out
 * @param coverage mean share of labels that had come, over all looks
 */
public record LateLabels(
    String delay, int runs, double meanError, double leftOut, double coverage) {
  private static final double RATE = .85;
  private static final int ANSWERS = 1_000;
  private static final int LOOKS = 50;

  /** Ways in which labels are late, in units of the time between two looks. */
  private enum Delay {
    CONSTANT,
    EXPONENTIAL,
    HEAVY_TAILED;

    double draw(SplittableRandom random) {
      double u = 1 - random.nextDouble();
      return switch (this) {
        case CONSTANT -> 12;
        case EXPONENTIAL -> -12 * Math.log(u);
        case HEAVY_TAILED -> 4 * (Math.pow(u, -1 / 1.2) - 1);
      };
    }
  }

  /** One figure for each way of being late. */
  public static List<LateLabels> all(int runs, long seed) {
    List<LateLabels> all = new ArrayList<>();
    for (Delay delay : Delay.values()) {
      all.add(of(delay, runs, seed));
    }
    return all;
  }

  private static LateLabels of(Delay delay, int runs, long seed) {
    double error = 0;
    double coverage = 0;
    int looks = 0;
    int left = 0;
    for (int run = 0; run < runs; run++) {
      SplittableRandom random = new SplittableRandom(seed + run);
      Tally[] arrived = new Tally[LOOKS];
      java.util.Arrays.fill(arrived, Tally.NONE);
      for (int i = 0; i < ANSWERS; i++) {
        int at = (int) Math.min(LOOKS, (double) i * LOOKS / ANSWERS / 2 + delay.draw(random));
        boolean good = random.nextDouble() < RATE;
        if (at < LOOKS) {
          arrived[at] = arrived[at].plus(new Tally(1, good ? 1 : 0));
        }
      }
      Tally known = Tally.NONE;
      boolean out = false;
      for (Tally more : arrived) {
        known = known.plus(more);
        if (known.events() > 0) {
          error += known.rate() - RATE;
          coverage += (double) known.events() / ANSWERS;
          looks++;
          out |= !ConfidenceSequence.of(known, 0.05).holds(RATE);
        }
      }
      left += out ? 1 : 0;
    }
    return new LateLabels(
        delay.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
        runs,
        error / looks,
        (double) left / runs,
        coverage / looks);
  }
}
