// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

/**
 * An action that was chosen.
 *
 * @param atMs when, epoch milliseconds
 * @param environment deployment environment, empty when none is stated
 * @param agent who decided
 * @param action what was chosen
 * @param model version that decided, empty when not stated
 * @param segment part of the decisions, empty when not stated
 * @param role what it is for when decisions are compared
 */
public record Decision(
    long atMs,
    String environment,
    String agent,
    String action,
    String model,
    String segment,
    DecisionRole role) {}
