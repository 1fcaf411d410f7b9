// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import io.signalbox.analytics.quality.AnswerVerdict;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What counts of a decision at a time.
 *
 * @param state how far one has got with it
 * @param late whether an outcome came too late, which counts for nothing else
 * @param verdict whether it was right; null when that is not known
 * @param value what it was worth; null when that is not known
 * @param unit of the value, empty for none
 */
public record Standing(
    DecisionState state,
    boolean late,
    @Nullable AnswerVerdict verdict,
    @Nullable BigDecimal value,
    String unit) {}
