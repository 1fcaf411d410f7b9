// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.budgets.BudgetSpend;
import io.signalbox.jobs.signals.TickOrder;
import io.signalbox.schemas.finops.UsageBatch;
import java.util.Comparator;

/** By the second in which they are told, and then by use; what a second holds is summed by use. */
final class SpendOrder implements TickOrder<BudgetSpend> {
  private static final long serialVersionUID = 1;
  private static final Comparator<BudgetSpend> ORDER =
      Comparator.comparing(BudgetSpend::key)
          .thenComparing(BudgetSpend::cause)
          .thenComparing(BudgetSpend::known)
          .thenComparing(BudgetSpend::correction);

  @Override
  public long tickMs(BudgetSpend spend) {
    return UsageBatch.tickOf(spend.toldMs());
  }

  @Override
  public int compare(BudgetSpend left, BudgetSpend right) {
    return ORDER.compare(left, right);
  }
}
