// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/**
 * That one segment is no longer as it was.
 *
 * @param before what was
 * @param after what is
 * @param worse whether it is worse, or of a number that is neither, another
 * @param sinceMs when it began, epoch milliseconds
 * @param nats evidence: the log-likelihood ratio, or the log of the e-value where the change is
 *     known
 * @param edge value below which the share is told of; NaN for a rate
 * @param cause the change that is known, empty when none is
 */
public record DriftFinding(
    Tally before,
    Tally after,
    boolean worse,
    long sinceMs,
    double nats,
    double edge,
    String cause) {
  /** The same with the change that is known to be behind it. */
  DriftFinding causedBy(String known) {
    return new DriftFinding(before, after, worse, sinceMs, nats, edge, known);
  }
}
