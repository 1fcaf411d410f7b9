// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

/**
 * How often a runbook helped.
 *
 * @param worked cases in which it did
 * @param failed cases in which it was followed and did not
 */
public record Tally(int worked, int failed) {
  /** Nothing is known. */
  public static final Tally NONE = new Tally(0, 0);

  /** What is believed before anything was seen is worth as many cases. */
  private static final double PRIOR_CASES = 2;

  Tally plus(OutcomeKind outcome) {
    return switch (outcome) {
      case WORKED -> new Tally(worked + 1, failed);
      case FAILED -> new Tally(worked, failed + 1);
      case NOT_TRIED -> this;
    };
  }

  Tally plus(Tally other) {
    return new Tally(worked + other.worked, failed + other.failed);
  }

  /** Cases in which it was followed. */
  int tried() {
    return worked + failed;
  }

  /** The mean of Beta(2p + worked, 2(1 - p) + failed) for a prior share p. */
  double successRate(double prior) {
    return (PRIOR_CASES * prior + worked) / (PRIOR_CASES + tried());
  }
}
