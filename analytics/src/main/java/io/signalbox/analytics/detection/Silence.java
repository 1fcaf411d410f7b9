// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * Notices that a service which used to speak has stopped. The gaps between the ticks in which it is
 * heard are counted in bins of powers of two, so that one long gap changes little; a gap that has
 * come three times is a habit, and every four weeks half is forgotten. Silence is six times the
 * usual gap, twice the longest habitual one, or a minute, whichever is longest.
 */
final class Silence {
  private static final int BINS = 18;
  private static final long LEAST_MS = 60_000;
  private static final long KNOWN_MS = 300_000;
  private static final long ENOUGH_GAPS = 20;
  private static final long HALVING_MS = 28 * RequestWatch.DAY_MS;
  private static final long HABIT = 3;
  private static final double LEAST_P = 1e-12;
  private static final double OPEN_BELOW = 0.5;
  private static final GateSettings SETTINGS = new GateSettings(OPEN_BELOW, 1, 1, 1);
  private static final long NEVER = Long.MAX_VALUE;

  private final EpisodeGate gate = new EpisodeGate();
  private final long[] gaps = new long[BINS];
  private long firstMs = -1;
  private long lastMs = -1;
  private int looks;
  private boolean back;

  /** Takes in that something was heard at an event time; times before the last are ignored. */
  void heard(long atMs) {
    long tickMs = Math.floorDiv(atMs, RequestWatch.TICK_MS) * RequestWatch.TICK_MS;
    if (lastMs < 0) {
      firstMs = tickMs;
    } else if (tickMs <= lastMs) {
      return;
    } else {
      learn(tickMs);
    }
    lastMs = tickMs;
    back = gate.isOpen();
    looks = back ? looks : 0;
  }

  private void learn(long tickMs) {
    long seconds = (tickMs - lastMs) / RequestWatch.TICK_MS;
    gaps[Math.min(BINS - 1, 64 - Long.numberOfLeadingZeros(seconds - 1))]++;
    if (Math.floorDiv(tickMs, HALVING_MS) != Math.floorDiv(lastMs, HALVING_MS)) {
      for (int bin = 0; bin < BINS; bin++) {
        gaps[bin] /= 2;
      }
    }
  }

  private long count() {
    long count = 0;
    for (long gap : gaps) {
      count += gap;
    }
    return count;
  }

  boolean isOpen() {
    return gate.isOpen();
  }

  /** First millisecond of the last tick in which the service was heard, -1 when it never was. */
  long lastMs() {
    return lastMs;
  }

  /** When there is something to say although nothing arrives. */
  long dueMs() {
    if (back) {
      return lastMs + RequestWatch.TICK_MS;
    }
    boolean known = lastMs - firstMs >= KNOWN_MS && count() >= ENOUGH_GAPS;
    return known && looks < BINS ? lastMs + (patienceMs() << looks) : NEVER;
  }

  /** Says it: the silence begins, lasts ever longer, or is over. */
  void happen(Judgement look) {
    if (back) {
      look.release(gate, EpisodeKind.SILENCE, "");
      back = false;
      looks = 0;
      return;
    }
    double seconds = (look.atMs() + 1 - lastMs) / 1000.0;
    double pValue = Math.max(LEAST_P, Tails.exponential(seconds, meanGap()));
    if (gate.startedAtMs == 0 && pValue <= OPEN_BELOW) {
      gate.startedAtMs = lastMs;
    }
    double usual = usualMs() / 1000.0;
    double upper = patienceMs() / 1000.0;
    look.step(
        gate,
        EpisodeKind.SILENCE,
        "",
        SETTINGS,
        new Observation(look.atMs(), pValue, seconds, usual, 0, upper, count()));
    looks++;
  }

  void release(Judgement look) {
    look.release(gate, EpisodeKind.SILENCE, "");
  }

  private long patienceMs() {
    long habitual = 0;
    for (int bin = 0; bin < BINS; bin++) {
      habitual = gaps[bin] >= HABIT ? bin : habitual;
    }
    return Math.max(LEAST_MS, Math.max(6 * usualMs(), 2 * (RequestWatch.TICK_MS << habitual)));
  }

  /** The gap that 19 of 20 do not exceed. */
  private long usualMs() {
    long left = count() * 19 / 20;
    int bin = 0;
    while (bin < BINS - 1 && left > gaps[bin]) {
      left -= gaps[bin++];
    }
    return RequestWatch.TICK_MS << bin;
  }

  private double meanGap() {
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += (double) gaps[bin] * (1L << bin);
    }
    return sum / Math.max(1, count());
  }

  void walk(Fields fields) {
    fields.gate(gate);
    firstMs = fields.integer(firstMs);
    lastMs = fields.integer(lastMs);
    looks = fields.small(looks);
    back = fields.flag(back);
    for (int bin = 0; bin < BINS; bin++) {
      gaps[bin] = fields.integer(gaps[bin]);
    }
  }
}
