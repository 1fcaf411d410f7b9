// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.patterns;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * When a reading is a symptom.
 *
 * @param reading what is made of what is read
 * @param of attribute that holds the value of a log record or span, or null to count them
 * @param combine what several series make together
 * @param againstUsual true to divide by the mean of the readings before, those of an anomaly left
 *     out
 * @param windowMs how far back it looks, milliseconds
 * @param target what a forecast waits for
 * @param when the condition
 * @param clear what ends it
 * @param hold so many readings in a row must fulfil the condition, at least 1
 * @param absentMs after so many milliseconds without a reading it is a symptom that there is none;
 *     0 for never
 * @param refractoryMs least event time between two symptoms of one place, milliseconds
 * @param repeatMs a condition that still holds is told again after so many milliseconds; 0 for
 *     never
 */
public record Judging(
    ReadingKind reading,
    @Nullable String of,
    Combining combine,
    boolean againstUsual,
    long windowMs,
    double target,
    Threshold when,
    Threshold clear,
    int hold,
    long absentMs,
    long refractoryMs,
    long repeatMs)
    implements Serializable {}
