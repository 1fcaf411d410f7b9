// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * One judged observation.
 *
 * @param atMs event time, epoch milliseconds
 * @param pValue probability of a value as extreme under the baseline, 0..1
 * @param value what was seen
 * @param expected what the baseline expected
 * @param lower lower end of the usual band
 * @param upper upper end of the usual band
 * @param support how many points or calls stand behind it
 */
public record Observation(
    long atMs,
    double pValue,
    double value,
    double expected,
    double lower,
    double upper,
    long support) {
  /** The same with nothing unusual about it. */
  Observation calm() {
    return new Observation(atMs, 1, value, expected, lower, upper, support);
  }
}
