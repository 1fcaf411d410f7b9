// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

import org.apache.commons.math3.special.Erf;

/**
 * How a rate differs on both sides of a change that is known. The interval is the hybrid of two
 * score intervals (R. G. Newcombe, Statistics in Medicine 17, 1998, method 10).
 *
 * @param before what was before it
 * @param after what came after it
 * @param difference rate after less rate before, -1..1
 * @param lower end of the 95 % interval of the difference
 * @param upper end of the 95 % interval of the difference
 * @param pValue chance of a likelihood ratio as great without any difference, 0..1
 */
public record RateDifference(
    Tally before, Tally after, double difference, double lower, double upper, double pValue) {
  /**
   * Compares.
   *
   * @throws IllegalArgumentException when one side has no events
   */
  public static RateDifference of(Tally before, Tally after) {
    if (before.events() == 0 || after.events() == 0) {
      throw new IllegalArgumentException("a difference needs events on both sides");
    }
    double difference = after.rate() - before.rate();
    double[] old = before.interval();
    double[] now = after.interval();
    double lower = difference - Math.hypot(after.rate() - now[0], old[1] - before.rate());
    double upper = difference + Math.hypot(now[1] - after.rate(), before.rate() - old[0]);
    double nats = Math.max(0, after.evidenceAgainst(before));
    return new RateDifference(before, after, difference, lower, upper, Erf.erfc(Math.sqrt(nats)));
  }
}
