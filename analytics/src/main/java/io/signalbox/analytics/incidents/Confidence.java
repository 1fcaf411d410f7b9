// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Makes chances of scores: a softmax of their logarithms at a temperature of one half, that is,
 * shares of their squares (temperature scaling, Guo et al., ICML 2017). A plain share says too
 * little of a suspect that stands out among many weak ones.
 */
final class Confidence {
  /** That the cause is among those named at all; that it is none of them can never be ruled out. */
  private static final double NAMED = 0.95;

  private Confidence() {}

  /**
   * The same suspects in the same order, each with the chance that it is the cause.
   *
   * @param standing how much speaks against each, at least zero
   */
  static List<Suspect> of(List<Suspect> suspects, ToDoubleFunction<Suspect> standing) {
    double total = 0;
    for (Suspect suspect : suspects) {
      total += square(standing.applyAsDouble(suspect));
    }
    double sum = Math.max(total, Double.MIN_NORMAL); // nothing speaks against anybody: no chance
    return suspects.stream()
        .map(one -> one.withConfidence(NAMED * square(standing.applyAsDouble(one)) / sum))
        .toList();
  }

  private static double square(double standing) {
    return standing * standing;
  }
}
