// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/**
 * How the quality of answers is watched.
 *
 * @param windowMs stretch of time that rates are told of, milliseconds
 * @param horizonMs how long after an answer labels still count, milliseconds
 * @param acceptMs after which a change is what is usual, milliseconds
 * @param mostSegments segments of a service; of more, answers are counted but not watched
 * @param mostFeatures features of a version that are watched; together they are wrong as often as
 *     one
 * @param family segments of all services together, of which false alarms are kept few
 * @param falseShare expected share of false alarms among those of segments, 0..1
 * @param reference what the spread of numbers is held against
 * @param drift how much evidence a change of all answers of a version takes
 */
public record QualitySettings(
    long windowMs,
    long horizonMs,
    long acceptMs,
    int mostSegments,
    int mostFeatures,
    long family,
    double falseShare,
    ShapeReference reference,
    DriftSettings drift) {
  private static final long MINUTE = 60_000;

  /** Risk that an interval ever leaves the true rate out. */
  public static final double RISK = 0.05;

  /** A version that has not answered for so long is gone, milliseconds. */
  static final long GONE_MS = 5 * MINUTE;

  /** What ships. */
  public static final QualitySettings DEFAULT =
      new QualitySettings(
          10 * MINUTE,
          1440 * MINUTE,
          60 * MINUTE,
          512,
          64,
          10_000,
          0.05,
          ShapeReference.FROZEN,
          DriftSettings.DEFAULT);

  /**
   * Checks them.
   *
   * @throws IllegalArgumentException naming what cannot be
   */
  public QualitySettings {
    if (windowMs < 1000 || windowMs % 1000 != 0) {
      throw new IllegalArgumentException("a window is of full seconds, not of " + windowMs + " ms");
    }
    if (horizonMs < windowMs || acceptMs < windowMs) {
      throw new IllegalArgumentException("horizon and accept are to be at least a window");
    }
    reference.check(windowMs);
    if (mostSegments < 1 || mostFeatures < 1 || family < 1 || !(falseShare > 0 && falseShare < 1)) {
      throw new IllegalArgumentException(
          "segments, features, family and share of false alarms are to be positive");
    }
  }
}
