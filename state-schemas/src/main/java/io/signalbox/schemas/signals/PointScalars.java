// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.signals;

import io.signalbox.analytics.patterns.Sighting;

/** One number of a point of any kind. */
final class PointScalars {
  private PointScalars() {}

  /** The number that is meant; of a histogram or summary its count unless the sum is. */
  static double value(MetricPointView point, NamedMetrics.Scalar scalar) {
    return switch (point.metric().kind()) {
      case GAUGE, SUM -> point.doubleValue();
      case HISTOGRAM, EXPONENTIAL_HISTOGRAM, SUMMARY ->
          scalar == NamedMetrics.Scalar.SUM ? point.sum() : (double) point.count();
    };
  }

  /** What the numbers of a metric are. */
  static Sighting.Nature nature(MetricView metric) {
    if (metric.temporality() == Temporality.DELTA) {
      return Sighting.Nature.DELTA;
    }
    return switch (metric.kind()) {
      case GAUGE -> Sighting.Nature.LEVEL;
      case SUM -> metric.monotonic() ? Sighting.Nature.COUNTER : Sighting.Nature.LEVEL;
      case HISTOGRAM, EXPONENTIAL_HISTOGRAM, SUMMARY -> Sighting.Nature.COUNTER;
    };
  }
}
