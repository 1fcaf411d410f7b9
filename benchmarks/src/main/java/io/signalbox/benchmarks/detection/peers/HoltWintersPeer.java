// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.peers;

import io.signalbox.benchmarks.detection.scoring.PointScorer;
import io.signalbox.benchmarks.detection.scoring.Scored;

/**
 * Additive Holt-Winters with a season of a day in 288 slots of five minutes, after Winters (1960);
 * the score grows with the forecast error in its own exponentially weighted deviations.
 */
final class HoltWintersPeer implements PointScorer {
  static final int SLOTS = 288;
  static final long BYTES = 8L * (SLOTS + 4);

  private static final long DAY_MS = 86_400_000L;
  private static final double LEVEL = 0.1;
  private static final double TREND = 0.001;
  private static final double SEASON = 0.1;
  private static final double ERROR = 0.003;

  private final double[] season = new double[SLOTS];
  private long seen;
  private double level;
  private double trend;
  private double variance;

  @Override
  public void next(long atMs, double value, Scored out) {
    int slot = (int) (Math.floorMod(atMs, DAY_MS) * SLOTS / DAY_MS);
    if (seen++ == 0) {
      level = value;
      return;
    }
    double expected = level + trend + season[slot];
    double error = value - expected;
    out.score = Deviations.score(Deviations.of(error, variance));
    out.expected = expected;
    double before = level;
    level = LEVEL * (value - season[slot]) + (1 - LEVEL) * (level + trend);
    trend = TREND * (level - before) + (1 - TREND) * trend;
    season[slot] = SEASON * (value - level) + (1 - SEASON) * season[slot];
    double weight = StrictMath.max(ERROR, 1.0 / seen);
    variance = (1 - weight) * variance + weight * error * error;
  }
}
