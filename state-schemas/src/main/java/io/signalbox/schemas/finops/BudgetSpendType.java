// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.budgets.BudgetSpend;
import io.signalbox.schemas.signals.OwnType;

/** Tells Flink how these are serialized. */
public final class BudgetSpendType extends OwnType<BudgetSpend> {
  private static final long serialVersionUID = 1;

  /** The type; all are equal. */
  public BudgetSpendType() {
    super(BudgetSpend.class, BudgetSpendSerializer.INSTANCE);
  }
}
