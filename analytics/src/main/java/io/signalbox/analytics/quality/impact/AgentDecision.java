// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An action that an agent or model chose, as it says so itself.
 *
 * @param decisionId by which outcomes name it
 * @param environment deployment environment, empty when none is stated
 * @param agent who decided
 * @param action what was chosen
 * @param model version that decided, empty when not stated
 * @param segment part of the decisions, such as a tenant; empty when not stated
 * @param policy by which it was decided, empty when not stated
 * @param holdout whether it was not carried out, so that one can see what comes of it without
 * @param at when; null for when it comes
 */
public record AgentDecision(
    String decisionId,
    String environment,
    String agent,
    String action,
    String model,
    String segment,
    String policy,
    boolean holdout,
    @Nullable Instant at) {
  /** When, epoch milliseconds; 0 when not stated. */
  public long atMs() {
    return at == null ? 0 : at.toEpochMilli();
  }
}
