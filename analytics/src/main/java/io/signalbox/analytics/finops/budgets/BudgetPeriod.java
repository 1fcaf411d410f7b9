// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One period of a budget, and what was told of it. */
public final class BudgetPeriod {
  private final Budget budget;
  private final long startMs;
  private final long endMs;
  private final PeriodSpend spend;
  private final @Nullable Crossing[] told;
  private BigDecimal corrections = BigDecimal.ZERO;
  private Cause cause = Cause.USE;

  BudgetPeriod(Budget budget, long startMs) {
    this.budget = budget;
    this.startMs = startMs;
    this.endMs = budget.window().end(startMs);
    this.spend = new PeriodSpend(budget);
    this.told = new @Nullable Crossing[budget.thresholds().size()];
  }

  /** Whose period it is. */
  public Budget budget() {
    return budget;
  }

  /** Its first moment, epoch milliseconds. */
  public long startMs() {
    return startMs;
  }

  /** The first moment after it, epoch milliseconds. */
  public long endMs() {
    return endMs;
  }

  /** What was spent. */
  public PeriodSpend spend() {
    return spend;
  }

  /** What of it is owed to prices that turned out to have been wrong, in USD. */
  public BigDecimal corrections() {
    return corrections;
  }

  void add(SpendKey key, BigDecimal delta, Cause why) {
    spend.add(key, delta);
    cause = why;
    if (why == Cause.PRICE) {
      corrections = corrections.add(delta);
    }
  }

  /**
   * Tells what is certain by a time and was not told so yet.
   *
   * @return whether there will be more to tell when that time has passed on
   */
  boolean tell(long untilMs, Consumer<BudgetNotice> to) {
    boolean more = false;
    List<@Nullable Crossing> all = spend.crossings();
    for (int i = 0; i < told.length; i++) {
      Crossing now = all.get(i);
      if (now != null && now.key().atMs() > untilMs) {
        now = null;
        more = true;
      }
      if (!Objects.equals(now, told[i])) {
        int percent = budget.thresholds().get(i);
        to.accept(BudgetNotice.of(budget, startMs, percent, now, told[i], cause));
        told[i] = now;
      }
    }
    return more;
  }
}
