// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

/**
 * By how much a mean outcome is above that of decisions it is compared with.
 *
 * @param over what they are
 * @param outcomes how many of them
 * @param mean of those
 * @param difference of the means
 * @param lower end of its 95 % interval, valid at every look; NaN where there is none
 * @param upper end of its 95 % interval, valid at every look; NaN where there is none
 */
public record Uplift(
    DecisionRole over, long outcomes, double mean, double difference, double lower, double upper) {}
