// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says when a rate changes: of failures, of wrong answers, of anything that is so or is not. The
 * usual rate is learned from the stream itself. Constant time and memory; deterministic.
 */
public final class RateDetector {
  private final CandidateRuns up;
  private final CandidateRuns down;
  private int starts;

  /** A detector that has seen nothing. */
  public RateDetector(EvidenceRule rule) {
    this(rule, 0);
  }

  /** One that has seen nothing since it has last started. */
  RateDetector(EvidenceRule rule, int starts) {
    this.up = new CandidateRuns(ShiftDirection.UP, rule);
    this.down = new CandidateRuns(ShiftDirection.DOWN, rule);
    this.starts = starts;
  }

  /** A detector that goes on from what is remembered, as if it had never stopped. */
  public static RateDetector of(EvidenceRule rule, RateMemory memory) {
    RateDetector detector = new RateDetector(rule, memory.starts());
    List<RunMemory> runs = memory.runs();
    detector.up.restore(memory.seen(), runs.subList(0, CandidateRuns.COUNT));
    detector.down.restore(memory.seen(), runs.subList(CandidateRuns.COUNT, runs.size()));
    return detector;
  }

  /** All that it is to be remembered by. */
  public RateMemory memory() {
    List<RunMemory> runs = new ArrayList<>(up.memory());
    runs.addAll(down.memory());
    return new RateMemory(seen(), starts, List.copyOf(runs));
  }

  /** All events since it started. */
  public Tally seen() {
    return up.seen();
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
    RateShift more = up.add(hit, atMs, starts);
    RateShift less = down.add(hit, atMs, starts);
    RateShift shift = more != null ? more : less;
    if (shift != null) {
      starts++;
      up.clear();
      down.clear();
    }
    return shift;
  }
}
