// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/**
 * How a rate differs on both sides of a change that is known, at any look: the evidence is a
 * martingale's, so one may look after each event and stop when it is enough. Likelihood of two
 * rates, each as a mean over all rates, against the best common one (L. Wasserman, A. Ramdas and S.
 * Balakrishnan, PNAS 117, 2020).
 *
 * @param before what was before it
 * @param after what came after it
 * @param difference rate after less rate before, -1..1
 * @param interval of the difference, valid at every look together
 * @param nats log of the e-value against one common rate: with no difference the chance that it
 *     ever exceeds x is at most exp(-x)
 */
public record RateComparison(
    Tally before, Tally after, double difference, Interval interval, double nats) {
  /**
   * Compares.
   *
   * @param risk that the interval ever leaves the true difference out, 0..1
   * @throws IllegalArgumentException when one side has no events
   */
  public static RateComparison of(Tally before, Tally after, double risk) {
    if (before.events() == 0 || after.events() == 0) {
      throw new IllegalArgumentException("a comparison needs events on both sides");
    }
    Interval old = ConfidenceSequence.of(before, risk / 2);
    Interval now = ConfidenceSequence.of(after, risk / 2);
    return new RateComparison(
        before, after, after.rate() - before.rate(), now.minus(old), nats(before, after));
  }

  /** Log of the e-value alone. */
  static double nats(Tally before, Tally after) {
    return after.evidenceAgainst(before) - before.regret() - after.regret();
  }
}
