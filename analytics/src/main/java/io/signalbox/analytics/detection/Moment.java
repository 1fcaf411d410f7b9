// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * One value while it is judged: what the experts find out about it and tell each other. Values are
 * in the unit of the series' own power of two, relative to its anchor. Reused from point to point.
 */
final class Moment {
  /** Deviations that are shown for a first change of what never moved. */
  static final double UNHEARD_OF = 10;

  /** Values before which nothing is clipped. */
  static final int YOUNG = 20;

  /** Largest deviation, in mean absolute deviations, that a baseline learns from. */
  static final double CLIP = 3;

  final double[] features = new double[Features.COUNT];

  /** Evidence per tail, in nats. */
  final double[] evidence = new double[TailSet.COUNT];

  long atMs;
  double gapMs;

  /** The same in hours. */
  double gapHours;

  double intervalMs;
  int count;

  /** Gain of a plain mean of all values up to this one. */
  double plainGain;

  double value;

  /** Size of the value itself, not relative to the anchor. */
  double absolute;

  double anchor;
  double step;

  /** Least deviation that means anything. */
  double floor;

  /** Mean absolute deviation from the slow level, at least the floor. */
  double unit;

  double slow;
  double profile;
  double typed;
  boolean hasProfile;
  double seasonalMiss;
  double typedMiss;
  double residual;
  double predicted;
  double residualScale;

  /** The strongest evidence of any expert that may raise suspicion, nats. */
  double strongest;

  /** Evidence that the series is stuck, nats. */
  double stuck;

  int exponent;

  /** Gain of everything that remembers a few hundred values. */
  double slowGain;

  boolean young() {
    return count < YOUNG;
  }

  /** A deviation in its usual size; what never deviated shows a fixed large one. */
  static double ratio(double deviation, double scale) {
    if (scale > 0) {
      return deviation / scale;
    }
    return deviation == 0 ? 0 : Math.copySign(UNHEARD_OF, deviation);
  }

  /** The larger; unlike {@link Math#max} it need not tell NaN and zeros apart, and is faster. */
  static double max(double a, double b) {
    return a > b ? a : b;
  }

  /** The smaller, likewise. */
  static double min(double a, double b) {
    return a < b ? a : b;
  }

  static double clip(double value, double limit) {
    return max(-limit, min(limit, value));
  }

  /** The next mean of absolute deviations: one outlier moves it no more than {@link #CLIP}. */
  double scale(double before, double deviation, double least) {
    double limit = max(before, least);
    double distance = Math.abs(deviation);
    if (!young() && limit > 0) {
      distance = min(distance, CLIP * limit);
    }
    return before + slowGain * (distance - before);
  }
}
