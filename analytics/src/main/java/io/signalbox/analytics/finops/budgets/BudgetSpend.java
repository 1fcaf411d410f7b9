// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a posting adds to what was spent of a budget.
 *
 * @param budget its name
 * @param toldMs event time at which it was told, epoch milliseconds
 * @param key of the use
 * @param known what it adds by the prices accepted at the time, in USD
 * @param correction what it adds for prices that turned out otherwise, in USD
 * @param cause why
 * @param allocated whether a budget below that one counts it, too; null where that was not told
 */
public record BudgetSpend(
    String budget,
    long toldMs,
    SpendKey key,
    BigDecimal known,
    BigDecimal correction,
    Cause cause,
    @Nullable Boolean allocated) {
  /** All that it adds, in USD. */
  public BigDecimal all() {
    return known.add(correction);
  }
}
