// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * How many series of a service open an episode within five minutes by chance: mean and variance
 * over about a week on top of a prior of one in 20 windows, which is what a hundred series make
 * that are each allowed one false alarm a week. The tail is negative binomial (see {@link Tails}).
 * Windows are aligned to the epoch; what came in the current and the one before is recent, so that
 * a burst is not cut in two.
 */
final class UsualOpenings {
  static final long WINDOW_MS = 300_000;
  private static final double PRIOR = 0.05;
  private static final double PRIOR_WINDOWS = 288;
  private static final double MEMORY_WINDOWS = 2016;
  private static final double LOOSEST = 0.5;
  private static final double STIFFEST = 50;
  private static final double BAND = 3;

  private long windowEndMs;
  private long current;
  private long before;
  private double windows = PRIOR_WINDOWS;
  private double mean = PRIOR;
  private double variance = PRIOR;

  void opened() {
    current++;
  }

  /** Openings of the current window and the one before. */
  long recent() {
    return current + before;
  }

  /** Openings expected in two windows: as many as are recent. */
  double expected() {
    return 2 * mean;
  }

  /** Upper end of what is usual. */
  double upper() {
    double twice = expected();
    return twice + BAND * Math.sqrt(twice + twice * twice / shape());
  }

  /** Probability of at least so many within two windows. */
  double chanceOf(long count) {
    return count == 0 ? 1 : Tails.negativeBinomial(count, expected(), shape());
  }

  private double shape() {
    double excess = variance - mean;
    double fitted = excess <= 0 ? STIFFEST : mean * mean / excess;
    return Math.max(LOOSEST, Math.min(STIFFEST, fitted));
  }

  /**
   * Ends the windows that are over.
   *
   * @param calm false while a statement is open: what it is about must not become usual
   */
  void advance(long nowMs, boolean calm) {
    if (windowEndMs == 0) {
      windowEndMs = Math.floorDiv(nowMs, WINDOW_MS) * WINDOW_MS + WINDOW_MS;
    }
    if (nowMs < windowEndMs) {
      return;
    }
    long ended = Math.floorDiv(nowMs - windowEndMs, WINDOW_MS) + 1;
    if (calm) {
      learn(current, 1);
      learn(0, ended - 1);
    }
    before = ended == 1 ? current : 0;
    current = 0;
    windowEndMs += ended * WINDOW_MS;
  }

  /** Takes in so many equal windows at once: the same up to rounding as one after the other. */
  private void learn(long count, long equal) {
    if (equal == 0) {
      return;
    }
    windows = Math.min(MEMORY_WINDOWS, windows + equal);
    double keep = equal == 1 ? 1 - 1 / windows : StrictMath.pow(1 - 1 / windows, (double) equal);
    double off = count - mean;
    variance = keep * variance + (1 - keep) * off * off;
    mean = keep * mean + (1 - keep) * count;
  }

  /** True when nothing sets this service apart from one never heard of. */
  boolean isUnknown() {
    return recent() == 0 && mean <= PRIOR;
  }

  void walk(Fields fields) {
    windowEndMs = fields.integer(windowEndMs);
    current = fields.integer(current);
    before = fields.integer(before);
    windows = fields.real(windows);
    mean = fields.real(mean);
    variance = fields.real(variance);
  }
}
