// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import org.apache.commons.math3.special.Beta;

/**
 * How often something was so.
 *
 * @param events how many there were, from 0
 * @param hits of how many it was so, 0 to events
 */
public record Tally(long events, long hits) {
  private static final double Z95 = 1.959964;
  private static final double LOG_PI = 1.1447298858494002;

  /** Of a bound, for rounding. */
  private static final double ROOM = 1e-6;

  /** Nothing yet. */
  public static final Tally NONE = new Tally(0, 0);

  /** Share of hits, 0..1; NaN without events. */
  public double rate() {
    return (double) hits / events;
  }

  /**
   * 95 % interval of the rate behind it (E. B. Wilson, JASA 22, 1927).
   *
   * @return its ends, 0 and 1 without events
   */
  public double[] interval() {
    if (events == 0) {
      return new double[] {0, 1};
    }
    double n = events;
    double p = rate();
    double middle = (p + Z95 * Z95 / (2 * n)) / (1 + Z95 * Z95 / n);
    double half = Z95 / (1 + Z95 * Z95 / n) * Math.sqrt(p * (1 - p) / n + Z95 * Z95 / (4 * n * n));
    return new double[] {Math.max(0, middle - half), Math.min(1, middle + half)};
  }

  /** Both together. */
  public Tally plus(Tally other) {
    return new Tally(events + other.events, hits + other.hits);
  }

  /**
   * Log-likelihood ratio of two rates against one common to both, in nats: half of the statistic G
   * (S. S. Wilks, Annals of Mathematical Statistics 9, 1938).
   */
  public double evidenceAgainst(Tally other) {
    return likelihood() + other.likelihood() - plus(other).likelihood();
  }

  /**
   * What {@link #evidenceAgainst} does not exceed, but cheaper, for rates that differ: of each side
   * the relative entropy to the common rate, by a bound, and some room for rounding.
   */
  double mostEvidenceAgainst(Tally other) {
    double all = (double) events + other.events;
    double common = ((double) hits + other.hits) / all;
    double difference = rate() - other.rate();
    double most =
        events * mostEntropy(difference * (other.events / all), common)
            + other.events * other.mostEntropy(difference * (events / all), common);
    return most * (1 + ROOM) + ROOM;
  }

  /**
   * Relative entropy of the rate to one that is so far away, at most: no more than the distance of
   * chi-square, d^2 v for v the inverse of the variance at the other; nor than with the chord of v,
   * which is convex, in the integral of d^2 (1 - t) v from the other (t = 0) to the rate (t = 1).
   */
  private double mostEntropy(double distance, double other) {
    double there = 1 / (other * (1 - other));
    double here = 1 / (rate() * (1 - rate()));
    return distance * distance * Math.min(there, there / 3 + here / 6);
  }

  /**
   * Log of the mean likelihood over all rates, by the prior of Jeffreys, in nats (R. E. Krichevsky
   * and V. K. Trofimov, IEEE Transactions on Information Theory 27, 1981).
   */
  double mixture() {
    return Beta.logBeta(hits + 0.5, events - hits + 0.5) - LOG_PI;
  }

  /** By how much the likelihood of the best rate exceeds the mean, in nats, from 0. */
  double regret() {
    return likelihood() - mixture();
  }

  /** The same events less some of them. */
  Tally minus(Tally some) {
    return new Tally(events - some.events, hits - some.hits);
  }

  /** With one event more. */
  Tally with(boolean hit) {
    return new Tally(events + 1, hits + (hit ? 1 : 0));
  }

  private double likelihood() {
    return part(hits, events) + part(events - hits, events);
  }

  private static double part(long some, long all) {
    return some == 0 ? 0 : some * StrictMath.log((double) some / all);
  }
}
