// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

/** Takes what is found of a budget, each with how the budget stands then. */
public interface BudgetEvents {
  /** A threshold was reached, or was not as it was told. */
  void threshold(long foundMs, BudgetNotice notice, BudgetStatus status);

  /**
   * It begins to burn too fast, or does so no more.
   *
   * @param over whether the episode is over
   */
  void burn(long foundMs, BurnEpisode episode, boolean over, BudgetStatus status);

  /** Something was spent, or taken back, in the minute before. */
  void state(long foundMs, BudgetStatus status);
}
