// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs of events since which a rate may have changed. For each of a few sizes of change, up and
 * down, a CUSUM (E. S. Page, Biometrika 41, 1954) says since when it is likelier to have happened
 * than not; what counts as evidence is then the likelihood ratio of the run against all before it,
 * so that neither the old rate nor the new one needs to be known. Constant memory.
 *
 * <p>A run whose CUSUM is 0 has no events. Of the others it is kept what was before them, which
 * stays as it is, so that an event that begins and ends no run touches the CUSUMs alone.
 */
final class CandidateRuns {
  /** A run whose CUSUM is lower cannot have enough evidence. */
  private static final double WORTH_A_LOOK = 4;

  /** Bits of positive numbers are in the order of the numbers. */
  private static final long WORTH_A_LOOK_BITS = Double.doubleToRawLongBits(WORTH_A_LOOK);

  private final EvidenceRule rule;
  private final int fewest;
  private final double[] cusums = new double[EventWeights.RUNS];
  private final long[] beforeEvents = new long[EventWeights.RUNS];
  private final long[] beforeHits = new long[EventWeights.RUNS];
  private final long[] sinceMs = new long[EventWeights.RUNS];
  private EventWeights weights = EventWeights.unknown();

  /** Bits of the runs that have events. */
  private int going;

  /** After how many events the first run may be outgrown. */
  private long outgrownAt;

  /** After how many events the first weights of a run without events are due. */
  private double weighAt;

  private long events;
  private long hits;

  CandidateRuns(EvidenceRule rule) {
    this.rule = rule;
    this.fewest = rule.fewest();
  }

  void clear() {
    Arrays.fill(cusums, 0);
    weights = EventWeights.unknown();
    going = 0;
    outgrownAt = 0;
    weighAt = 0;
    events = 0;
    hits = 0;
  }

  /** Goes on from what is remembered of as many runs. */
  void restore(Tally seen, List<RunMemory> memories) {
    events = seen.events();
    hits = seen.hits();
    going = 0;
    outgrownAt = 0;
    weighAt = 0;
    for (int i = 0; i < EventWeights.RUNS; i++) {
      RunMemory memory = memories.get(i);
      Tally before = seen.minus(memory.after());
      cusums[i] = memory.cusum();
      going |= memory.cusum() > 0 ? 1 << i : 0;
      beforeEvents[i] = before.events();
      beforeHits[i] = before.hits();
      sinceMs[i] = memory.sinceMs();
      weights.weigh(i, memory.weighed().events(), memory.weighed().hits());
    }
  }

  List<RunMemory> memory() {
    List<RunMemory> memories = new ArrayList<>();
    for (int i = 0; i < EventWeights.RUNS; i++) {
      memories.add(
          cusums[i] > 0
              ? new RunMemory(seen().minus(before(i)), sinceMs[i], cusums[i], weights.before(i))
              : new RunMemory(Tally.NONE, 0, 0, weights.before(i)));
    }
    return memories;
  }

  /** All events since the beginning. */
  Tally seen() {
    return new Tally(events, hits);
  }

  private Tally before(int run) {
    return new Tally(beforeEvents[run], beforeHits[run]);
  }

  /** Takes in an event; the run with most evidence, if any has enough, rather one upwards. */
  @Nullable RateShift add(boolean hit, long atMs, int starts) {
    int before = going;
    int suspicious = weigh(weights.of(hit));
    if (before != going) {
      begin(going & ~before, atMs);
      end(before & ~going);
    }
    events++;
    hits += hit ? 1 : 0;
    if (events > outgrownAt) {
      endOutgrown();
    }
    if (events >= weighAt) {
      weighAnew();
    }
    return suspicious == 0 ? null : shift(starts);
  }

  /**
   * Adds a weight to each CUSUM and notes which runs go on. Whether one does is a toss that no
   * processor can guess, so it is worked out of the bits of the number, without a branch.
   *
   * @return bits of the runs that are worth a look
   */
  private int weigh(double[] weight) {
    int positive = 0;
    int suspicious = 0;
    for (int i = 0; i < EventWeights.RUNS; i++) {
      long bits = Double.doubleToRawLongBits(cusums[i] + weight[i]);
      long orZero = bits & ~(bits >> 63);
      cusums[i] = Double.longBitsToDouble(orZero);
      positive |= (int) (-orZero >>> 63) << i;
      suspicious |= (int) ((WORTH_A_LOOK_BITS - orZero) >>> 63) << i;
    }
    going = positive;
    return suspicious;
  }

  private void begin(int runs, long atMs) {
    for (int rest = runs; rest != 0; rest &= rest - 1) {
      int run = Integer.numberOfTrailingZeros(rest);
      beforeEvents[run] = events;
      beforeHits[run] = hits;
      sinceMs[run] = atMs;
      outgrownAt = Math.min(outgrownAt, outgrownAt(run));
    }
  }

  private void end(int runs) {
    for (int rest = runs; rest != 0; rest &= rest - 1) {
      weighAt = Math.min(weighAt, weights.dueAt(Integer.numberOfTrailingZeros(rest)));
    }
  }

  /** A run that outgrows what was before it is what is usual; the old rate was badly known. */
  private void endOutgrown() {
    outgrownAt = Long.MAX_VALUE;
    for (int i = 0; i < EventWeights.RUNS; i++) {
      if (events > outgrownAt(i) && cusums[i] > 0) {
        cusums[i] = 0;
        going &= ~(1 << i);
        end(1 << i);
      } else if (cusums[i] > 0) {
        outgrownAt = Math.min(outgrownAt, outgrownAt(i));
      }
    }
  }

  /** After how many events in all a run has as many as were before it, or as it takes to know. */
  private long outgrownAt(int run) {
    return beforeEvents[run] + Math.max(beforeEvents[run], fewest);
  }

  /** Runs without events have everything before them. */
  private void weighAnew() {
    weighAt = Double.POSITIVE_INFINITY;
    for (int i = 0; i < EventWeights.RUNS; i++) {
      if (cusums[i] == 0) {
        if (events >= weights.dueAt(i)) {
          weights.weigh(i, events, hits);
        }
        weighAt = Math.min(weighAt, weights.dueAt(i));
      }
    }
  }

  private @Nullable RateShift shift(int starts) {
    RateShift up = most(ShiftDirection.UP, 0, starts);
    return up != null ? up : most(ShiftDirection.DOWN, EventWeights.SIZE_COUNT, starts);
  }

  private @Nullable RateShift most(ShiftDirection direction, int from, int starts) {
    RateShift most = null;
    for (int i = from; i < from + EventWeights.SIZE_COUNT; i++) {
      if (cusums[i] > WORTH_A_LOOK && beforeEvents[i] >= fewest) {
        RateShift shift = shift(direction, i, starts);
        if (shift != null && (most == null || shift.nats() > most.nats())) {
          most = shift;
        }
      }
    }
    return most;
  }

  private @Nullable RateShift shift(ShiftDirection direction, int run, int starts) {
    Tally before = before(run);
    Tally after = seen().minus(before);
    if (Double.compare(after.rate(), before.rate()) != direction.sign()
        || after.mostEvidenceAgainst(before) <= rule.least(starts)) {
      return null;
    }
    double nats = after.evidenceAgainst(before);
    return rule.suffices(before, after, nats, starts)
        ? new RateShift(direction, before, after, nats, sinceMs[run])
        : null;
  }
}
