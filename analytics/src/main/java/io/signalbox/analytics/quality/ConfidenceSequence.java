// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/**
 * Intervals of a rate that hold at every look together, so that one may watch and stop when one
 * likes: the rates whose likelihood is not too far below the mean likelihood over all rates (H.
 * Robbins, Annals of Mathematical Statistics 41, 1970; S. R. Howard, A. Ramdas, J. McAuliffe and J.
 * Sekhon, Annals of Statistics 49, 2021). By Ville's inequality the true rate is ever left out with
 * at most the risk stated.
 */
public final class ConfidenceSequence {
  private static final int STEPS = 50;

  private ConfidenceSequence() {}

  /**
   * The interval after so many events.
   *
   * @param risk that the true rate is ever left out, 0..1
   */
  public static Interval of(Tally tally, double risk) {
    if (tally.events() == 0) {
      return new Interval(0, 1);
    }
    double least = tally.mixture() + StrictMath.log(risk);
    double lower = tally.hits() == 0 ? 0 : edge(tally, least, 0);
    double upper = tally.hits() == tally.events() ? 1 : edge(tally, least, 1);
    return new Interval(lower, upper);
  }

  /** Between the observed rate, which is in, and an end, which is out, by halves. */
  private static double edge(Tally tally, double least, double end) {
    double in = tally.rate();
    double out = end;
    for (int i = 0; i < STEPS; i++) {
      double middle = (in + out) / 2;
      if (likelihood(tally, middle) >= least) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return out;
  }

  private static double likelihood(Tally tally, double rate) {
    long misses = tally.events() - tally.hits();
    double ofHits = tally.hits() == 0 ? 0 : tally.hits() * StrictMath.log(rate);
    return misses == 0 ? ofHits : ofHits + misses * StrictMath.log(1 - rate);
  }
}
