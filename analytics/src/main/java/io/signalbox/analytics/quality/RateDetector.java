// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says when a rate changes: of failures, of wrong answers, of anything that is so or is not. The
 * usual rate is learned from the stream itself. Constant time and memory; deterministic.
 */
public final class RateDetector {
  private final CandidateRuns runs;
  private int starts;

  /** A detector that has seen nothing. */
  public RateDetector(EvidenceRule rule) {
    this(rule, 0);
  }

  /** One that has seen nothing since it has last started. */
  RateDetector(EvidenceRule rule, int starts) {
    this.runs = new CandidateRuns(rule, 1);
    this.starts = starts;
  }

  /** A detector that goes on from what is remembered, as if it had never stopped. */
  public static RateDetector of(EvidenceRule rule, RateMemory memory) {
    RateDetector detector = new RateDetector(rule, memory.starts());
    detector.runs.restore(List.of(memory));
    return detector;
  }

  /** All that it is to be remembered by. */
  public RateMemory memory() {
    return runs.memory(0, starts);
  }

  /** All events since it started. */
  public Tally seen() {
    return runs.seen(0);
  }

  /** Takes in the next event of a stream without times; see {@link #add(boolean, long)}. */
  public @Nullable RateShift add(boolean hit) {
    return add(hit, 0);
  }

  /**
   * Takes in the next event.
   *
   * @param atMs its time, epoch milliseconds
   * @return the change that is now certain enough; after it the detector starts anew
   */
  public @Nullable RateShift add(boolean hit, long atMs) {
    ChannelShift found = runs.add(hit ? 0 : 1, atMs, starts);
    if (found == null) {
      return null;
    }
    starts++;
    runs.clear();
    return found.shift();
  }
}
