// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import java.util.Arrays;

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

  /** Runs of a channel: one of each size upwards, then one of each downwards. */
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
  private final Counts before;

  /** By channel, after how many events the first weights are due of a run that does not wait. */
  private final double[] dueAt;

  /** The first of these. */
  private double nextAt;

  /** Runs whose weights are due when they end: those they began with hold as long as they go on. */
  private long waitingUp;

  private long waitingDown;

  private EventWeights() {
    this(1, new double[RUNS], new double[RUNS]);
    for (int i = 0; i < RUNS; i++) {
      weigh(i, 0, 0);
    }
  }

  private EventWeights(int channels, double[] ifHit, double[] ifNot) {
    this.ifHit = ifHit;
    this.ifNot = ifNot;
    this.before = new Counts(2 * RUNS * channels);
    this.dueAt = new double[channels];
  }

  /** Those as long as nothing is known of the rates of some channels. */
  static EventWeights unknown(int channels) {
    EventWeights weights =
        new EventWeights(channels, new double[RUNS * channels], new double[RUNS * channels]);
    weights.clear();
    return weights;
  }

  /** Nothing is known any more. */
  void clear() {
    for (int from = 0; from < ifHit.length; from += RUNS) {
      System.arraycopy(UNKNOWN.ifHit, 0, ifHit, from, RUNS);
      System.arraycopy(UNKNOWN.ifNot, 0, ifNot, from, RUNS);
    }
    before.clear();
    Arrays.fill(dueAt, 0);
    nextAt = 0;
    waitingUp = 0;
    waitingDown = 0;
  }

  /**
   * Adds the weight of an event to the CUSUM of each run, of which none falls below 0.
   *
   * @param firstHit channel from which on the event is a hit
   */
  void addTo(double[] cusums, int firstHit) {
    addTo(cusums, ifNot, 0, firstHit * RUNS);
    addTo(cusums, ifHit, firstHit * RUNS, cusums.length);
  }

  /** Half of a number and its size, which is the number or 0, takes no branch. */
  private static void addTo(double[] cusums, double[] weights, int from, int to) {
    for (int i = from; i < to; i++) {
      double sum = cusums[i] + weights[i];
      cusums[i] = 0.5 * (sum + Math.abs(sum));
    }
  }

  /** Events that the rate before a run is to rest on before it is worth reckoning anew. */
  private double dueAt(int run) {
    return before.get(2 * run) * GROWTH + 1;
  }

  /** By what the weights of a run were last reckoned. */
  Tally before(int run) {
    return new Tally(before.get(2 * run), before.get(2 * run + 1));
  }

  /** Reckons the weights of a run by what was before it. */
  void weigh(int run, long beforeEvents, long beforeHits) {
    before.set(2 * run, beforeEvents);
    before.set(2 * run + 1, beforeHits);
    double old = (beforeHits + 0.5) / (beforeEvents + 1);
    double odds = old / (1 - old) * ODDS_RATIOS[run % RUNS];
    double changed = odds / (1 + odds);
    ifHit[run] = StrictMath.log(changed / old);
    ifNot[run] = StrictMath.log((1 - changed) / (1 - old));
  }

  /**
   * Runs have ended, so they have everything before them; of those that waited it counts.
   *
   * @param up runs upwards
   * @param down runs downwards, none of them of the same channel and size
   */
  void ended(long up, long down, long events, long[] hits) {
    long due = (up & waitingUp) | (down & waitingDown);
    if (due != 0) {
      waitingUp &= ~up;
      waitingDown &= ~down;
      for (long rest = due; rest != 0; rest &= rest - 1) {
        weighEnded(RunBits.first(rest, down), events, hits);
      }
    }
  }

  private void weighEnded(int run, long events, long[] hits) {
    int channel = RunBits.channel(run);
    weigh(run, events, hits[channel]);
    dueAt[channel] = Math.min(dueAt[channel], dueAt(run));
    nextAt = Math.min(nextAt, dueAt[channel]);
  }

  /** Reckons anew what is due of runs without events. */
  void weighDue(double[] cusums, long events, long[] hits) {
    if (events < nextAt) {
      return;
    }
    nextAt = Double.POSITIVE_INFINITY;
    for (int channel = 0; channel < dueAt.length; channel++) {
      if (events >= dueAt[channel]) {
        dueAt[channel] = weighDue(channel, cusums, events, hits[channel]);
      }
      nextAt = Math.min(nextAt, dueAt[channel]);
    }
  }

  private double weighDue(int channel, double[] cusums, long events, long hits) {
    double next = Double.POSITIVE_INFINITY;
    for (int run = channel * RUNS; run < (channel + 1) * RUNS; run++) {
      if (isWaiting(run)) {
        continue;
      }
      if (events >= dueAt(run) && cusums[run] > 0) {
        await(run);
        continue;
      }
      if (events >= dueAt(run)) {
        weigh(run, events, hits);
      }
      next = Math.min(next, dueAt(run));
    }
    return next;
  }

  private boolean isWaiting(int run) {
    return ((RunBits.isUp(run) ? waitingUp : waitingDown) & RunBits.of(run)) != 0;
  }

  private void await(int run) {
    if (RunBits.isUp(run)) {
      waitingUp |= RunBits.of(run);
    } else {
      waitingDown |= RunBits.of(run);
    }
  }
}
