// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.peers;

import io.signalbox.benchmarks.detection.scoring.PointScorer;
import io.signalbox.benchmarks.detection.scoring.Scored;

/** Exponentially weighted mean and variance; the score grows with the distance in deviations. */
final class EwmaPeer implements PointScorer {
  static final long BYTES = 24;

  private final double alpha;
  private long seen;
  private double mean;
  private double variance;

  /** Weighs the newest point by {@code alpha}, and all points alike until 1/alpha are seen. */
  EwmaPeer(double alpha) {
    this.alpha = alpha;
  }

  @Override
  public void next(long atMs, double value, Scored out) {
    double distance = value - mean;
    double z = seen == 0 ? 0 : Deviations.of(distance, variance);
    out.score = Deviations.score(z);
    out.expected = seen == 0 ? Double.NaN : mean;
    seen++;
    double weight = StrictMath.max(alpha, 1.0 / seen);
    mean += weight * distance;
    variance = (1 - weight) * (variance + weight * distance * distance);
  }
}
