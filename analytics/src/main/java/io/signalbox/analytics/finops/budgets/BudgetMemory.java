// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What must be remembered of a budget beside its single spends.
 *
 * @param atMs second up to which it was followed, epoch milliseconds
 * @param tellMs when its state is to be told, {@link Long#MAX_VALUE} when nothing changed
 * @param sums what was spent, by the first moment of a minute, in USD
 * @param seconds the same minutes, with a bit for each second in which something was spent
 * @param periods those in which something was spent, or was at some time, in order
 * @param burns when it burns too fast, of what is not over
 */
public record BudgetMemory(
    long atMs,
    long tellMs,
    SortedMap<Long, BigDecimal> sums,
    SortedMap<Long, Long> seconds,
    List<Period> periods,
    List<BurnEpisode> burns) {
  /**
   * What must be remembered of a period.
   *
   * @param startMs its first moment, epoch milliseconds
   * @param corrections what of it is owed to prices that turned out otherwise, in USD
   * @param unallocated what of it no budget below counts, in USD; null where that is not known
   * @param changed whether its state is to be told
   * @param told where thresholds were told to be reached, by per cent
   */
  public record Period(
      long startMs,
      BigDecimal corrections,
      @Nullable BigDecimal unallocated,
      boolean changed,
      SortedMap<Integer, Crossing> told) {}

  /** Of a budget of which nothing is known. */
  public static BudgetMemory none() {
    return new BudgetMemory(
        Long.MIN_VALUE, Long.MAX_VALUE, new TreeMap<>(), new TreeMap<>(), List.of(), List.of());
  }

  /** Forgets the single spends, too. */
  public void forget(SpendStore store) {
    SpendMinutes minutes = new SpendMinutes(store, this);
    minutes.forgetBefore(Long.MAX_VALUE);
  }
}
