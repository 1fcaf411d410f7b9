// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.budgets.Budget;
import io.signalbox.analytics.finops.budgets.BudgetEvents;
import io.signalbox.analytics.finops.budgets.BudgetMemory;
import io.signalbox.analytics.finops.budgets.BudgetNotice;
import io.signalbox.analytics.finops.budgets.BudgetSpend;
import io.signalbox.analytics.finops.budgets.BudgetStatus;
import io.signalbox.analytics.finops.budgets.BurnEpisode;
import io.signalbox.analytics.finops.budgets.LiveBudget;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.schemas.finops.BudgetAlert;
import io.signalbox.schemas.finops.BudgetMemoryCodec;
import io.signalbox.schemas.finops.BudgetSpendType;
import io.signalbox.schemas.finops.BudgetState;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Follows what is spent of each budget, so that thresholds are told in the order of event time and
 * exactly once, whatever comes when.
 */
final class FollowBudgets extends EventTimeFold<BudgetSpend, BudgetAlert, LiveBudget> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  static final String UID = "follow-budgets";

  /** How budgets stand. */
  static final OutputTag<BudgetState> STATES =
      new OutputTag<>("budget-states", TypeInformation.of(BudgetState.class));

  private final List<Budget> budgets;
  private final long retentionMs;

  private transient Map<String, Budget> byName;
  private transient SpendsInState spends;
  private transient Counter uncounted;

  /**
   * Makes the operator.
   *
   * @param budgets those that are followed, the ones below others among them
   * @param retentionMs how long after a use its cost can change
   */
  FollowBudgets(List<Budget> budgets, long retentionMs) {
    super(new SpendOrder(), new BudgetSpendType());
    this.budgets = budgets;
    this.retentionMs = retentionMs;
  }

  @Override
  public void open() throws Exception {
    super.open();
    byName = new HashMap<>();
    budgets.forEach(budget -> byName.put(budget.name(), budget));
    spends = new SpendsInState(getRuntimeContext());
    uncounted = getMetricGroup().counter("signalbox_uncounted_spends");
  }

  @Override
  protected String stateName() {
    return "budget";
  }

  @Override
  protected LiveBudget decode(String name, byte @Nullable [] bytes) {
    BudgetMemory memory = bytes == null ? BudgetMemory.none() : BudgetMemoryCodec.read(bytes);
    Budget budget = byName.get(name);
    if (budget != null) {
      return new LiveBudget(budget, memory, spends, retentionMs);
    }
    memory.forget(spends); // it is not in the file any more
    return new LiveBudget(gone(name), BudgetMemory.none(), spends, retentionMs);
  }

  private static Budget gone(String name) {
    return new Budget(
        name, Map.of(), CalendarWindow.DAY, BigDecimal.ONE, List.of(), List.of(), List.of());
  }

  @Override
  protected byte[] encode(LiveBudget budget) {
    return BudgetMemoryCodec.write(budget.memory());
  }

  @Override
  protected boolean isOver(LiveBudget budget) {
    return budget.isOver();
  }

  @Override
  protected boolean staysDecoded() {
    return true;
  }

  @Override
  protected long bytesOf(LiveBudget budget) {
    return budget.bytes();
  }

  @Override
  protected boolean concerns(long tickMs, List<BudgetSpend> told) {
    return byName.containsKey(told.get(0).budget());
  }

  @Override
  protected void fold(
      LiveBudget budget, long tickMs, List<BudgetSpend> told, FoldOutput<BudgetAlert> found) {
    uncounted.inc(budget.take(tickMs, told, new Found(found)));
  }

  @Override
  protected void advance(LiveBudget budget, long nowMs, FoldOutput<BudgetAlert> found) {
    budget.advance(nowMs, new Found(found));
  }

  @Override
  protected long nextWakeMs(LiveBudget budget) {
    return budget.nextWakeMs();
  }

  /** Writes what is found as records. */
  private record Found(FoldOutput<BudgetAlert> out) implements BudgetEvents {
    @Override
    public void threshold(long foundMs, BudgetNotice notice, BudgetStatus status) {
      out.collect(BudgetAlert.of(foundMs, notice, status));
    }

    @Override
    public void burn(long foundMs, BurnEpisode episode, boolean over, BudgetStatus status) {
      out.collect(BudgetAlert.of(foundMs, episode, over, status));
    }

    @Override
    public void state(long foundMs, BudgetStatus status) {
      out.collect(STATES, BudgetState.of(status, foundMs));
    }
  }
}
