// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/**
 * A rate that is no longer what it was.
 *
 * @param direction which way it went
 * @param before what the rate was
 * @param after events since the likeliest begin of the change, the last one included
 * @param nats log-likelihood ratio of two rates against one
 * @param sinceMs time of the first event after the change, epoch milliseconds; 0 when no times are
 *     known
 */
public record RateShift(
    ShiftDirection direction, Tally before, Tally after, double nats, long sinceMs) {}
