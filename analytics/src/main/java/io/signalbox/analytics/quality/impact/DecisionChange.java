// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.quality.impact;

import org.jspecify.annotations.Nullable;

/**
 * That more is known of a decision, and what it takes the place of.
 *
 * @param foundMs event time at which it was known, epoch milliseconds
 * @param decision the decision
 * @param before what was told of it before; null for nothing
 * @param after what holds now
 */
public record DecisionChange(
    long foundMs, Decision decision, @Nullable Standing before, Standing after) {
  /** The same, found at another time. */
  public DecisionChange foundAt(long otherMs) {
    return new DecisionChange(otherMs, decision, before, after);
  }
}
