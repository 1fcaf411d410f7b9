// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import static io.signalbox.analytics.detection.StateBytes.real;

/** How long a series has not moved, against the longest it ever did. */
final class Stillness {
  private static final int LONGEST = 0;
  private static final int RUN = 4;

  /** A 32-bit count, so that the parts after it stay at multiples of 4. */
  static final int BYTES = 8;

  private static final int MOST = 100_000;

  /** Repeats that are never news, added to the longest run. */
  private static final double ALLOWANCE = 3;

  private static final double FORGETTING = 0.0005;

  /** Gain with which a run that goes on becomes the longest. */
  private static final double ACCEPTANCE = 0.02;

  /** Evidence of a run as long as the longest, in nats. */
  private static final double EVIDENCE = 4;

  private static final double MOST_EVIDENCE = 12;

  /** Repeats of the last value over the longest run ever. */
  double share;

  /** Takes the value in and measures the run that it ends or prolongs. */
  void judge(byte[] block, int at, Moment m) {
    int base = at + Layout.STILLNESS;
    int before = StateBytes.whole(block, base + RUN);
    int run = m.step == 0 ? Math.min(before + 1, MOST) : 0;
    double longest = real(block, base + LONGEST);
    share = run / (longest + ALLOWANCE);
    if (run == 0) {
      longest = Moment.max(longest - FORGETTING * longest, before);
    } else if (run > longest) {
      longest += ACCEPTANCE * (run - longest);
    }
    StateBytes.whole(block, base + RUN, run);
    real(block, base + LONGEST, longest);
  }

  /**
   * Evidence that the series is stuck, in nats.
   *
   * @param moves false for one that never moved: then there is none
   */
  double evidence(boolean moves) {
    return moves && share >= 1 ? Moment.min(EVIDENCE * share, MOST_EVIDENCE) : 0;
  }
}
