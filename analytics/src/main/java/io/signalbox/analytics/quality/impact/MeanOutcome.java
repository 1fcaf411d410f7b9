// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import java.util.List;

/**
 * What came of decisions in the mean.
 *
 * @param measure what is measured
 * @param unit of the values, empty for none
 * @param outcomes how many there are
 * @param total sum of them, an exact decimal
 * @param mean of them
 * @param lower end of its 95 % interval, valid at every look; NaN where no range is known or values
 *     lie outside it
 * @param upper end of its 95 % interval, valid at every look
 * @param uplifts over others of the same measure and unit
 */
public record MeanOutcome(
    OutcomeMeasure measure,
    String unit,
    long outcomes,
    String total,
    double mean,
    double lower,
    double upper,
    List<Uplift> uplifts) {}
