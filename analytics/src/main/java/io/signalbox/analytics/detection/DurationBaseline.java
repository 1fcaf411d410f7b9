// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.detection.EdgeAlarm.Lesson;
import io.signalbox.analytics.signals.DurationSketch;

/**
 * The usual median and 90th percentile of a duration, on a logarithmic scale. Mutable. The median
 * shows when all calls slow down, the percentile when some do.
 */
public final class DurationBaseline {
  /** Added to durations: below half a millisecond they are mostly noise of scheduling. */
  private static final double NOISE_US = 500;

  /** Stretches to learn from before judging. */
  private static final int WARM_UP = 6;

  /** Standard normal quantile of 0.9. */
  private static final double Z90 = 1.2816;

  /** Standard errors of a sample's median and 90th percentile, in sigma over root n. */
  private static final double MEDIAN_ERROR = 1.2533;

  private static final double P90_ERROR = 1.7094;

  /** Standard deviations of the band. */
  private static final double BAND = 4;

  /** Usual logarithm of the median. */
  public final LogLevel median = new LogLevel();

  /** Usual logarithm of the 90th percentile. */
  public final LogLevel p90 = new LogLevel();

  /**
   * Judges the durations of a stretch; calm while it still warms up.
   *
   * @param atMs end of the stretch, epoch milliseconds
   * @param seen at least one duration
   */
  Observation judge(long atMs, DurationSketch seen) {
    double spread =
        Math.max(0, p90.centre - median.centre) / Z90 / Math.sqrt((double) seen.total());
    Observation byMedian = judge(atMs, seen, 0.5, median, MEDIAN_ERROR * spread);
    Observation byP90 = judge(atMs, seen, 0.9, p90, P90_ERROR * spread);
    return byP90.pValue() < byMedian.pValue() ? byP90 : byMedian;
  }

  /** Learns from a stretch what the alarm lets it learn. */
  void heed(Lesson lesson, DurationSketch seen) {
    if (lesson == Lesson.START_AFRESH) {
      median.forget();
      p90.forget();
    }
    if (lesson != Lesson.IGNORE) {
      median.learn(logOf(seen, 0.5));
      p90.learn(logOf(seen, 0.9));
    }
  }

  private static Observation judge(
      long atMs, DurationSketch seen, double share, LogLevel level, double samplingError) {
    double value = (double) seen.quantile(share);
    double scale = level.scale();
    double sigma = Math.sqrt(scale * scale + samplingError * samplingError);
    double p = StudentTail.atLeast((logOf(seen, share) - level.centre) / sigma);
    return new Observation(
        atMs,
        level.learned < WARM_UP ? 1 : Math.min(1, 2 * p),
        value,
        micros(level.centre),
        micros(level.centre - BAND * sigma),
        micros(level.centre + BAND * sigma),
        seen.total());
  }

  private static double logOf(DurationSketch seen, double share) {
    return StrictMath.log(seen.quantile(share) + NOISE_US);
  }

  private static double micros(double log) {
    return Math.max(0, StrictMath.exp(log) - NOISE_US);
  }
}
