// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.scoring;

/** A detector at work on one series: what it says about a point follows from the points so far. */
@FunctionalInterface
public interface PointScorer {
  /**
   * Judges a point, then takes it in.
   *
   * @param atMs epoch milliseconds; may repeat or go back, as it does in files
   * @param value finite
   * @param out takes every field of the verdict
   */
  void next(long atMs, double value, Scored out);
}
