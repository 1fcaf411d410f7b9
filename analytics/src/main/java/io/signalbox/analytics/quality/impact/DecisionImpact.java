// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import java.time.Instant;
import java.util.List;

/**
 * What came of the decisions of an agent in a window.
 *
 * @param environment deployment environment, empty when none is stated
 * @param agent who decided
 * @param action what was chosen; empty for all actions
 * @param model version that decided; empty for all versions
 * @param segment part of the decisions; empty for all parts
 * @param role what the decisions are for
 * @param startAt first instant of the window of decisions
 * @param endAt end of the window
 * @param revision from 1; the greatest of a window holds
 * @param decisions how many there were
 * @param open of how many the outcome may still come in time
 * @param joined of how many it came in time
 * @param missed of how many none came in time
 * @param late of how many an outcome came too late, which counts for nothing else
 * @param completeness share of the joined among those that are not open, 0..1; NaN before there are
 *     any
 * @param wrong how many were judged wrong
 * @param unpriced of how many of the wrong ones the value is not known
 * @param outcomes what came of them in the mean, by measure and unit
 * @param costs what the wrong ones lost, by unit
 */
public record DecisionImpact(
    String environment,
    String agent,
    String action,
    String model,
    String segment,
    DecisionRole role,
    Instant startAt,
    Instant endAt,
    int revision,
    long decisions,
    long open,
    long joined,
    long missed,
    long late,
    double completeness,
    long wrong,
    long unpriced,
    List<MeanOutcome> outcomes,
    List<WrongCost> costs) {}
