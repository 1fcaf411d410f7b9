// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.objectives.Indicator;
import org.jspecify.annotations.Nullable;

/**
 * An objective that is missed since an incident began.
 *
 * @param objective its id
 * @param service whose requests count; for an edge the callee
 * @param caller whose calls count, for the objective of an edge
 * @param indicator what makes a request good
 * @param target share of requests that are to be good, as a decimal number
 * @param requests that counted since the incident began
 * @param bad those of them that failed, or took too long
 * @param aboveUsual those of them beyond the share that was bad in the window before
 * @param budget how many requests may be bad in a window of the objective, at the traffic known
 * @param burntShare share of that budget which the incident has burnt; more than 1 is more than all
 * @param leftShare share of it that is left of all; negative when it is overspent
 * @param moneyAtRisk what is lost by it so far, as a decimal number; null where nobody has said
 *     what it is worth
 * @param currency of the money
 * @param users how many different users it has hit; null when nobody knows
 * @param usersCounted whether they were counted by who they said they are; else it is an estimate
 *     by what was said of users and requests
 */
public record ObjectiveHit(
    String objective,
    String service,
    @Nullable String caller,
    Indicator indicator,
    String target,
    long requests,
    long bad,
    long aboveUsual,
    long budget,
    double burntShare,
    double leftShare,
    @Nullable String moneyAtRisk,
    @Nullable String currency,
    @Nullable Long users,
    boolean usersCounted) {}
