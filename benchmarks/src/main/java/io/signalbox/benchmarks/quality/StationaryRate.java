// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.quality;

import io.signalbox.analytics.quality.DriftSettings;
import io.signalbox.analytics.quality.RateDetector;
import io.signalbox.analytics.quality.RateShift;
import io.signalbox.analytics.quality.ShiftDirection;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * False alarms of a rate that stays as it is, learned from the stream itself.
 *
 * @param rate of the stream, 0..1
 * @param events how many there were
 * @param up alarms that it went up
 * @param down alarms that it went down
 * @param atMost upper end of the exact 95 % interval (F. Garwood, Biometrika 28, 1936) of alarms up
 *     in 100,000 events
 */
public record StationaryRate(double rate, long events, long up, long down, double atMost) {

  /** Simulates one. */
  public static StationaryRate of(double rate, long events, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RateDetector detector = new RateDetector(DriftSettings.DEFAULT);
    long up = 0;
    long down = 0;
    for (long i = 0; i < events; i++) {
      RateShift shift = detector.add(random.nextDouble() < rate);
      if (shift != null) {
        up += shift.direction() == ShiftDirection.UP ? 1 : 0;
        down += shift.direction() == ShiftDirection.DOWN ? 1 : 0;
      }
    }
    return new StationaryRate(rate, events, up, down, 1e5 * mostLikely(up) / events);
  }

  private static double mostLikely(long alarms) {
    return new ChiSquaredDistribution(2.0 * (alarms + 1)).inverseCumulativeProbability(0.975) / 2;
  }
}
