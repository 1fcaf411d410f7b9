// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.events;

/** The central 95 % interval of a Poisson count. */
final class PoissonInterval {
  private static final double TAIL = 0.025;

  private PoissonInterval() {}

  /**
   * True if a count is neither among the lowest nor among the highest 2.5 % of those that a mean
   * gives rise to.
   *
   * @param mean 0..700
   */
  static boolean holds(double mean, long count) {
    double below = 0;
    double probability = StrictMath.exp(-mean);
    for (long k = 0; k < count; k++) {
      below += probability;
      probability *= mean / (k + 1);
    }
    return below + probability >= TAIL && below < 1 - TAIL;
  }
}
