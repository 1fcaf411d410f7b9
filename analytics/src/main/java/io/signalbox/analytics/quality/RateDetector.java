// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import org.jspecify.annotations.Nullable;

/**
 * Says when a rate changes: of failures, of wrong answers, of anything that is so or is not. The
 * usual rate is learned from the stream itself. Constant time and memory; deterministic.
 */
public final class RateDetector {
  private final CandidateRuns up;
  private final CandidateRuns down;

  /** A detector that has seen nothing. */
  public RateDetector(DriftSettings settings) {
    up = new CandidateRuns(ShiftDirection.UP, settings);
    down = new CandidateRuns(ShiftDirection.DOWN, settings);
  }

  /**
   * Takes in the next event.
   *
   * @return the change that is now certain enough; after it the detector starts anew
   */
  public @Nullable RateShift add(boolean hit) {
    RateShift more = up.add(hit);
    RateShift less = down.add(hit);
    RateShift shift = more != null ? more : less;
    if (shift != null) {
      up.clear();
      down.clear();
    }
    return shift;
  }
}
