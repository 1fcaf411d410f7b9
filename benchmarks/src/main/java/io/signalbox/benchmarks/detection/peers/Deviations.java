// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.peers;

/** Distances in standard deviations, and the scores made of them. */
final class Deviations {
  private Deviations() {}

  /** The distance in deviations; infinite for any distance where nothing ever varied. */
  static double of(double distance, double variance) {
    if (distance == 0) {
      return 0;
    }
    return StrictMath.abs(distance) / StrictMath.sqrt(variance);
  }

  /** Maps 0..infinity to 0..1, rising. */
  static double score(double deviations) {
    return Double.isInfinite(deviations) ? 1 : deviations / (1 + deviations);
  }
}
