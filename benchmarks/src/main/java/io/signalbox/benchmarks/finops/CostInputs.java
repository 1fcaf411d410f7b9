// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.finops;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a run reads.
 *
 * @param usage JSON Lines of usages
 * @param prices a catalogue
 * @param history of the catalogue, or null
 * @param approvals of prices that wait, or null
 * @param rates of exchange, or null
 * @param budgets to follow (YAML), or null
 * @param policy of sovereignty to advise by (YAML), or null
 * @param outcomes JSON Lines of outcomes of the business, or null
 */
public record CostInputs(
    Path usage,
    Path prices,
    @Nullable Path history,
    @Nullable Path approvals,
    @Nullable Path rates,
    @Nullable Path budgets,
    @Nullable Path policy,
    @Nullable Path outcomes) {
  /** Without outcomes. */
  public CostInputs(
      Path usage,
      Path prices,
      @Nullable Path history,
      @Nullable Path approvals,
      @Nullable Path rates,
      @Nullable Path budgets,
      @Nullable Path policy) {
    this(usage, prices, history, approvals, rates, budgets, policy, null);
  }
}
