// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import io.signalbox.analytics.quality.AnswerVerdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a decision, as a business system says it. It may come days later, or before one
 * hears of the decision.
 *
 * @param decisionId the decision that it is about
 * @param verdict whether the decision was right; null when that is not known
 * @param value what it was worth, an exact decimal, below zero for a loss; null when not known
 * @param unit of the value, such as {@code EUR}; empty for none
 * @param at when it was known; null for when it comes. Of two outcomes the later one holds
 * @param by who says so, empty when not stated
 */
public record DecisionOutcome(
    String decisionId,
    @Nullable AnswerVerdict verdict,
    @Nullable String value,
    String unit,
    @Nullable Instant at,
    String by) {
  /** When it was known, epoch milliseconds; 0 when not stated. */
  public long atMs() {
    return at == null ? 0 : at.toEpochMilli();
  }
}
