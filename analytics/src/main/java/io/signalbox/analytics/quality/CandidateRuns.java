// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs of events since which a rate may have gone one way. For each of a few sizes of change, a
 * CUSUM (E. S. Page, Biometrika 41, 1954) says since when it is likelier to have happened than not;
 * what counts as evidence is then the likelihood ratio of the run against all before it, so that
 * neither the old rate nor the new one needs to be known. Constant memory.
 */
final class CandidateRuns {
  /** Changes looked for, in logits: from 0.18 to 0.21 up to 0.05 to 0.66. */
  private static final double[] SIZES = {0.2, 0.35, 0.55, 0.85, 1.25, 1.8, 2.6, 3.6};

  /** How many there are. */
  static final int COUNT = SIZES.length;

  /** A run whose CUSUM is lower cannot have enough evidence. */
  private static final double WORTH_A_LOOK = 4;

  /** The old rate counts as another when it rests on so many more events. */
  private static final double GROWTH = 1.02;

  private final ShiftDirection direction;
  private final EvidenceRule rule;
  private final Run[] runs = new Run[SIZES.length];

  CandidateRuns(ShiftDirection direction, EvidenceRule rule) {
    this.direction = direction;
    this.rule = rule;
    clear();
  }

  void clear() {
    for (int i = 0; i < runs.length; i++) {
      runs[i] = new Run(direction.sign() * SIZES[i]);
    }
  }

  /** Goes on from what is remembered of as many runs. */
  void restore(Tally seen, List<RunMemory> memories) {
    for (int i = 0; i < runs.length; i++) {
      runs[i].restore(seen, memories.get(i));
    }
  }

  List<RunMemory> memory() {
    List<RunMemory> memories = new ArrayList<>();
    for (Run run : runs) {
      memories.add(run.memory());
    }
    return memories;
  }

  /** All events since the beginning. */
  Tally seen() {
    Run any = runs[0];
    return new Tally(any.beforeEvents + any.events, any.beforeHits + any.hits);
  }

  /** Takes in an event; the run with most evidence, if any has enough. */
  @Nullable RateShift add(boolean hit, long atMs, int starts) {
    int fewest = rule.fewest();
    RateShift most = null;
    for (Run run : runs) {
      run.add(hit, atMs, fewest);
      if (run.cusum > WORTH_A_LOOK && run.beforeEvents >= fewest) {
        RateShift shift = run.shift(starts);
        if (shift != null && (most == null || shift.nats() > most.nats())) {
          most = shift;
        }
      }
    }
    return most;
  }

  /** A size of change, and the run that may have it. */
  private final class Run {
    private final double size;
    private long beforeEvents;
    private long beforeHits;
    private long events;
    private long hits;
    private long sinceMs;
    private double cusum;
    private double ifHit;
    private double ifNot;
    private long weighedEvents;
    private long weighedHits;
    private double weighAgainAt;

    Run(double size) {
      this.size = size;
      weigh(0, 0);
    }

    void add(boolean hit, long atMs, int fewest) {
      if (events == 0) {
        sinceMs = atMs;
      }
      events++;
      hits += hit ? 1 : 0;
      cusum += hit ? ifHit : ifNot;
      // A run that outgrows what was before it is what is usual; the old rate was badly known.
      if (cusum <= 0 || events > Math.max(beforeEvents, fewest)) {
        beforeEvents += events;
        beforeHits += hits;
        events = 0;
        hits = 0;
        cusum = 0;
        if (beforeEvents >= weighAgainAt) {
          weigh(beforeEvents, beforeHits);
        }
      }
    }

    private void weigh(long oldEvents, long oldHits) {
      weighedEvents = oldEvents;
      weighedHits = oldHits;
      weighAgainAt = oldEvents * GROWTH + 1;
      double old = (oldHits + 0.5) / (oldEvents + 1);
      double odds = old / (1 - old) * StrictMath.exp(size);
      double changed = odds / (1 + odds);
      ifHit = StrictMath.log(changed / old);
      ifNot = StrictMath.log((1 - changed) / (1 - old));
    }

    RunMemory memory() {
      Tally weighed = new Tally(weighedEvents, weighedHits);
      return new RunMemory(new Tally(events, hits), events == 0 ? 0 : sinceMs, cusum, weighed);
    }

    void restore(Tally seen, RunMemory memory) {
      Tally before = seen.minus(memory.after());
      beforeEvents = before.events();
      beforeHits = before.hits();
      events = memory.after().events();
      hits = memory.after().hits();
      sinceMs = memory.sinceMs();
      cusum = memory.cusum();
      weigh(memory.weighed().events(), memory.weighed().hits());
    }

    @Nullable RateShift shift(int starts) {
      Tally before = new Tally(beforeEvents, beforeHits);
      Tally after = new Tally(events, hits);
      if (Double.compare(after.rate(), before.rate()) != direction.sign()) {
        return null;
      }
      double nats = after.evidenceAgainst(before);
      return rule.suffices(before, after, nats, starts)
          ? new RateShift(direction, before, after, nats, sinceMs)
          : null;
    }
  }
}
