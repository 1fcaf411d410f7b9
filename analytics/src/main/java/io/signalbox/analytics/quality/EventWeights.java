// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/**
 * What an event weighs in each run that may be a change: by how much it is likelier after a change
 * of the run's size than before it. Weights rest on the rate before the run and are reckoned anew
 * when that rests on more events. In arrays, because every event passes through all of them.
 */
final class EventWeights {
  /** Changes looked for, in logits: from 0.18 to 0.21 up to 0.05 to 0.66. */
  private static final double[] SIZES = {0.2, 0.35, 0.55, 0.85, 1.25, 1.8, 2.6, 3.6};

  /** How many sizes there are. */
  static final int SIZE_COUNT = SIZES.length;

  /** How many runs there are: one of each size upwards, then one of each downwards. */
  static final int RUNS = 2 * SIZE_COUNT;

  private static final double[] ODDS_RATIOS = new double[RUNS];

  static {
    for (int i = 0; i < SIZE_COUNT; i++) {
      ODDS_RATIOS[i] = StrictMath.exp(SIZES[i]);
      ODDS_RATIOS[SIZE_COUNT + i] = StrictMath.exp(-SIZES[i]);
    }
  }

  private static final EventWeights UNKNOWN = new EventWeights();

  /** The old rate counts as another when it rests on so many more events. */
  private static final double GROWTH = 1.02;

  private final double[] ifHit;
  private final double[] ifNot;
  private final long[] events;
  private final long[] hits;

  private EventWeights() {
    ifHit = new double[RUNS];
    ifNot = new double[RUNS];
    events = new long[RUNS];
    hits = new long[RUNS];
    for (int i = 0; i < RUNS; i++) {
      weigh(i, 0, 0);
    }
  }

  private EventWeights(EventWeights other) {
    ifHit = other.ifHit.clone();
    ifNot = other.ifNot.clone();
    events = other.events.clone();
    hits = other.hits.clone();
  }

  /** Those as long as nothing is known of a rate. */
  static EventWeights unknown() {
    return new EventWeights(UNKNOWN);
  }

  /** Weights of an event, by run; not to be changed. */
  double[] of(boolean hit) {
    return hit ? ifHit : ifNot;
  }

  /** Events that the rate before a run is to rest on before it is worth reckoning anew. */
  double dueAt(int run) {
    return events[run] * GROWTH + 1;
  }

  /** By what the weights of a run were last reckoned. */
  Tally before(int run) {
    return new Tally(events[run], hits[run]);
  }

  /** Reckons the weights of a run by what was before it. */
  void weigh(int run, long beforeEvents, long beforeHits) {
    events[run] = beforeEvents;
    hits[run] = beforeHits;
    double old = (beforeHits + 0.5) / (beforeEvents + 1);
    double odds = old / (1 - old) * ODDS_RATIOS[run];
    double changed = odds / (1 + odds);
    ifHit[run] = StrictMath.log(changed / old);
    ifNot[run] = StrictMath.log((1 - changed) / (1 - old));
  }
}
