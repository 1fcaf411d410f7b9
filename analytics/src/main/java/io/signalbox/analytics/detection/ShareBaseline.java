// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import io.signalbox.analytics.detection.EdgeAlarm.Lesson;

/**
 * The usual share of calls that end a certain way. Mutable; the fields are what a codec stores.
 *
 * <p>The chance is Beta distributed: prior plus experience, and experience counts for at most
 * {@value #MAX_STRENGTH} calls, since real shares wander more than coin tosses do. The probability
 * of what is seen is the tail of the beta-binomial distribution.
 */
public final class ShareBaseline {
  /** Experience weighs at most so many calls. */
  private static final double MAX_STRENGTH = 200;

  /** What one judged stretch leaves of the experience before it: an hour of 10 s windows. */
  private static final double KEEP = 1 - 1 / 360.0;

  /** Standard deviations of the band. */
  private static final double BAND = 4;

  private final double priorHits;
  private final double priorMisses;

  /** Calls that ended that way, discounted by age. */
  public double hits;

  /** Calls, discounted by age. */
  public double calls;

  /** A baseline that expects priorHits in priorHits + priorMisses calls until it knows better. */
  ShareBaseline(double priorHits, double priorMisses) {
    this.priorHits = priorHits;
    this.priorMisses = priorMisses;
  }

  /** The expected share, 0..1. */
  double expected() {
    return a() / (a() + b());
  }

  /**
   * Judges how many calls of a stretch ended that way.
   *
   * @param atMs end of the stretch, epoch milliseconds
   * @param seenHits 0..seenCalls
   * @param seenCalls 1 or more
   */
  Observation judge(long atMs, long seenHits, long seenCalls) {
    double mean = expected();
    double strength = a() + b();
    double variance =
        mean * (1 - mean) * (strength + seenCalls) / ((strength + 1) * (double) seenCalls);
    double reach = BAND * Math.sqrt(variance);
    return new Observation(
        atMs,
        Tails.betaBinomial(seenHits, seenCalls, a(), b()),
        (double) seenHits / seenCalls,
        mean,
        Math.max(0, mean - reach),
        Math.min(1, mean + reach),
        seenCalls);
  }

  /** Learns from a stretch what the alarm lets it learn. */
  void heed(Lesson lesson, long seenHits, long seenCalls) {
    if (lesson == Lesson.START_AFRESH) {
      hits = 0;
      calls = 0;
    }
    if (lesson != Lesson.IGNORE) {
      hits = hits * KEEP + seenHits;
      calls = calls * KEEP + seenCalls;
    }
  }

  private double a() {
    return priorHits + hits * discount();
  }

  private double b() {
    return priorMisses + (calls - hits) * discount();
  }

  private double discount() {
    return calls <= MAX_STRENGTH ? 1 : MAX_STRENGTH / calls;
  }
}
