// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

/**
 * What is usual for a series, in its unit.
 *
 * @param expected what is expected
 * @param lower lower end of the usual band
 * @param upper upper end of the usual band
 */
public record UsualRange(double expected, double lower, double upper) {}
