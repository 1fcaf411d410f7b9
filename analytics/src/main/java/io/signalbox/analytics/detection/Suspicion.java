// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.time.Instant;

/**
 * One value that is improbable, whether or not an episode comes of it: too little to say that a
 * series is off, and yet evidence once something else is.
 *
 * @param environment deployment environment, empty when none is stated
 * @param service the node concerned
 * @param kind what it is about
 * @param subject series or operation
 * @param at event time of the value
 * @param evidence negative natural logarithm of the probability of a deviation as large, as the
 *     tail fitted to the series has it; 0..60
 * @param intervalMs usual time between two values of the series, milliseconds
 * @param value the value
 * @param expected what was expected
 * @param support observations (points, calls) behind it
 */
public record Suspicion(
    String environment,
    String service,
    EpisodeKind kind,
    String subject,
    Instant at,
    double evidence,
    long intervalMs,
    double value,
    double expected,
    long support) {
  /** True when the value is above what was expected. */
  public boolean isUp() {
    return value > expected;
  }
}
