// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality;

/**
 * A distribution that is no longer what it was.
 *
 * @param edge a value that was seen among the first
 * @param below how the share of values below it changed
 */
public record ValueShift(double edge, RateShift below) {}
