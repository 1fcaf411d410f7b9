// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

import io.signalbox.analytics.detection.EpisodeStatus;

/**
 * What is told of unusual costs at the end of an hour.
 *
 * @param id the same for all revisions; a function of the subject, the measure and the first hour
 * @param revision 1, 2, ...
 * @param status open with the first unusual hour, updated with each more, closed after the pause
 * @param toldMs the end of the hour with which it was found, epoch milliseconds
 * @param anomaly the unusual hours so far
 * @param pValue smallest tail probability of them
 * @param value what was measured in that hour: its cost, or that of a call, in USD
 * @param expected what was expected in its place
 * @param lower lower end of the usual band
 * @param upper upper end of it
 */
public record CostRevision(
    String id,
    int revision,
    EpisodeStatus status,
    long toldMs,
    CostAnomaly anomaly,
    double pValue,
    double value,
    double expected,
    double lower,
    double upper) {}
