// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.savepoints;

import io.signalbox.analytics.detection.BudgetEffect;
import io.signalbox.analytics.detection.EpisodeKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a savepoint knows of one series.
 *
 * @param environment deployment environment, empty when none is stated
 * @param service the node
 * @param instance instance of the service, empty for the service as a whole
 * @param kind what its episodes are about
 * @param series label of the metric, operation, template, ...
 * @param values values learned since the start, or since a lasting change was accepted
 * @param lastAt event time of the last value judged
 * @param last that value, in the unit of the series
 * @param expected what is expected next
 * @param lower lower end of the usual band
 * @param upper upper end of the usual band
 * @param openSince onset of the episode that is open, null when none is
 * @param pValue smallest p-value of that episode, null when none is open
 * @param budget what feedback makes of its alarm budget, null when nothing; the episode is then the
 *     one that would be open without it
 */
public record SeriesBaseline(
    String environment,
    String service,
    String instance,
    EpisodeKind kind,
    String series,
    long values,
    Instant lastAt,
    double last,
    double expected,
    double lower,
    double upper,
    @Nullable Instant openSince,
    @Nullable Double pValue,
    @Nullable BudgetEffect budget) {}
