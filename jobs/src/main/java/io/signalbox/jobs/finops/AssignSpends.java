// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.analytics.finops.budgets.Budget;
import io.signalbox.analytics.finops.budgets.BudgetSpend;
import io.signalbox.analytics.finops.budgets.Cause;
import io.signalbox.analytics.finops.budgets.SpendKey;
import java.math.BigDecimal;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Assigns what a posting changes to each budget that covers its usage. */
final class AssignSpends implements FlatMapFunction<Posting, BudgetSpend> {
  private static final long serialVersionUID = 1;
  private final List<Budget> budgets;

  /** Assigns to those budgets, the ones below others among them. */
  AssignSpends(List<Budget> budgets) {
    this.budgets = budgets;
  }

  @Override
  public void flatMap(Posting posting, Collector<BudgetSpend> out) {
    Charge charge = posting.charge();
    BigDecimal known = posting.asKnown();
    BigDecimal correction = posting.correction();
    if (known.signum() == 0 && correction.signum() == 0) {
      return;
    }
    Usage usage = charge.usage();
    SpendKey key = SpendKey.of(usage);
    for (Budget budget : budgets) {
      if (budget.covers(usage.owner(), charge.provider(), usage.model())) {
        out.collect(
            new BudgetSpend(
                budget.name(),
                posting.toldMs(),
                key,
                known,
                correction,
                cause(posting),
                below(budget, charge)));
      }
    }
  }

  private static boolean below(Budget budget, Charge charge) {
    Usage usage = charge.usage();
    return budget.children().stream()
        .anyMatch(child -> child.covers(usage.owner(), charge.provider(), usage.model()));
  }

  private static Cause cause(Posting posting) {
    if (posting.known() == 0) {
      return Cause.PRICE;
    }
    return posting.known() < 0 ? Cause.REVISION : Cause.USE;
  }
}
