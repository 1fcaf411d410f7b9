// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import org.jspecify.annotations.Nullable;

/**
 * A decision or an outcome, on the way to each other; one of both is there.
 *
 * @param id of the decision
 * @param foundMs event time at which it was found, epoch milliseconds
 * @param decision what was decided, or null
 * @param outcome what came of it, or null
 */
public record DecisionItem(
    String id, long foundMs, @Nullable Decision decision, @Nullable Outcome outcome) {}
