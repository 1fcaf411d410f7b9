// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.detection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What feedback makes of the alarm budget of a series, and why.
 *
 * @param series the subject of its episodes, or null for every series without an effect of its own
 * @param multiplier of the budget, a power of two from {@link FeedbackLog#LEAST} to {@link
 *     FeedbackLog#MOST}; 1 changes nothing
 * @param confirmed statements that raise it
 * @param normal statements that lower it
 * @param because the ids of all of them, sorted
 */
public record BudgetEffect(
    @Nullable String series, double multiplier, int confirmed, int normal, List<String> because) {}
