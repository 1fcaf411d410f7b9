// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import io.signalbox.analytics.quality.DriftSettings;
import io.signalbox.analytics.quality.RateDetector;
import io.signalbox.analytics.quality.RateShift;
import io.signalbox.analytics.quality.ShiftDirection;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How soon a change of a rate after 20,000 events is noticed.
 *
 * @param before rate until then
 * @param after rate from then on
 * @param runs how many were simulated
 * @param early runs with an alarm before it, which count for nothing else
 * @param missed runs without an alarm in 20,000 events after it
 * @param meanDelay mean number of events until the alarm
 * @param bound what no detector that alarms once in 100,000 events in vain can go below on average
 *     (G. Lorden, Annals of Mathematical Statistics 42, 1971)
 */
public record RateChange(
    double before, double after, int runs, int early, int missed, double meanDelay, double bound) {
  private static final int AT = 20_000;

  /** The changes that are looked at: rates of failures, small and large. */
  public static final List<double[]> CELLS =
      List.of(
          new double[] {.05, .08},
          new double[] {.05, .15},
          new double[] {.20, .25},
          new double[] {.20, .40},
          new double[] {.01, .02},
          new double[] {.01, .05});

  /** Simulates one. */
  public static RateChange of(double before, double after, int runs, long seed) {
    int early = 0;
    int missed = 0;
    long delays = 0;
    SplittableRandom seeds = new SplittableRandom(seed);
    for (int run = 0; run < runs; run++) {
      SplittableRandom random = seeds.split();
      RateDetector detector = new RateDetector(DriftSettings.DEFAULT);
      boolean vain = false;
      for (int i = 0; i < AT; i++) {
        vain |= detector.add(random.nextDouble() < before) != null;
      }
      int delay = vain ? 0 : delay(detector, random, after);
      early += vain ? 1 : 0;
      missed += delay > AT ? 1 : 0;
      delays += delay > AT ? 0 : delay;
    }
    double kl =
        after * Math.log(after / before) + (1 - after) * Math.log((1 - after) / (1 - before));
    double mean = (double) delays / (runs - early - missed);
    return new RateChange(before, after, runs, early, missed, mean, Math.log(1e5) / kl);
  }

  private static int delay(RateDetector detector, SplittableRandom random, double rate) {
    for (int i = 1; i <= AT; i++) {
      RateShift shift = detector.add(random.nextDouble() < rate);
      if (shift != null && shift.direction() == ShiftDirection.UP) {
        return i;
      }
    }
    return AT + 1;
  }
}
