// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

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

  /** A run whose CUSUM is lower cannot have enough evidence. */
  private static final double WORTH_A_LOOK = 4;

  /** The old rate counts as another when it rests on so many more events. */
  private static final double GROWTH = 1.02;

  private final ShiftDirection direction;
  private final DriftSettings settings;
  private final Run[] runs = new Run[SIZES.length];

  CandidateRuns(ShiftDirection direction, DriftSettings settings) {
    this.direction = direction;
    this.settings = settings;
    clear();
  }

  void clear() {
    for (int i = 0; i < runs.length; i++) {
      runs[i] = new Run(direction.sign() * SIZES[i]);
    }
  }

  /** Takes in an event; the run with most evidence, if any has enough. */
  @Nullable RateShift add(boolean hit) {
    RateShift most = null;
    for (Run run : runs) {
      run.add(hit, settings.fewest());
      if (run.cusum > WORTH_A_LOOK && run.beforeEvents >= settings.fewest()) {
        RateShift shift = run.shift();
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
    private double cusum;
    private double ifHit;
    private double ifNot;
    private double weighAgainAt;

    Run(double size) {
      this.size = size;
      weigh();
    }

    void add(boolean hit, int fewest) {
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
        weigh();
      }
    }

    private void weigh() {
      if (beforeEvents < weighAgainAt) {
        return;
      }
      weighAgainAt = beforeEvents * GROWTH + 1;
      double old = (beforeHits + 0.5) / (beforeEvents + 1);
      double odds = old / (1 - old) * StrictMath.exp(size);
      double changed = odds / (1 + odds);
      ifHit = StrictMath.log(changed / old);
      ifNot = StrictMath.log((1 - changed) / (1 - old));
    }

    @Nullable RateShift shift() {
      Tally before = new Tally(beforeEvents, beforeHits);
      Tally after = new Tally(events, hits);
      if (Double.compare(after.rate(), before.rate()) != direction.sign()) {
        return null;
      }
      double nats = after.evidenceAgainst(before);
      return nats > settings.needed(events) ? new RateShift(direction, before, after, nats) : null;
    }
  }
}
