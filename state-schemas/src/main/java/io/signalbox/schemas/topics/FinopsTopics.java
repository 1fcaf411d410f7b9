// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.topics;

import io.signalbox.schemas.finops.BudgetAlert;
import io.signalbox.schemas.finops.BudgetState;
import io.signalbox.schemas.finops.ChargeRow;
import io.signalbox.schemas.finops.CostAggregate;
import io.signalbox.schemas.finops.CostEpisode;
import io.signalbox.schemas.finops.CostTotal;
import io.signalbox.schemas.finops.PriceQuarantine;
import io.signalbox.schemas.finops.RefusedUsage;
import io.signalbox.schemas.finops.ShowbackRow;
import io.signalbox.schemas.finops.WorkloadAdvice;
import io.signalbox.schemas.topics.Topic.Cleanup;
import org.jspecify.annotations.Nullable;

/** Topics about what usages cost. */
public final class FinopsTopics {
  /** Rows of charges: added, never changed. */
  public static final Topic<ChargeRow> CHARGES =
      new Topic<>(
          "charges",
          ChargeRow.class,
          c -> c.id() == null ? "" : c.id(),
          c -> c.toldAt().toEpochMilli(),
          Cleanup.DELETE,
          false);

  /** What was spent, by tenant, day and what is told apart; the last revision of each stays. */
  public static final Topic<CostTotal> COST_TOTALS =
      new Topic<>(
          "cost-totals",
          CostTotal.class,
          t -> Topic.path(t.view(), t.tenant(), t.value(), t.day()),
          t -> t.updatedAt().toEpochMilli(),
          Cleanup.COMPACT,
          false);

  /** What was used and spent, by period and dimension; the last revision of each stays. */
  public static final Topic<CostAggregate> COST_AGGREGATES =
      new Topic<>(
          "cost-aggregates",
          CostAggregate.class,
          a -> Topic.path(a.window(), a.startAt().toString(), a.dimension(), a.value()),
          a -> a.updatedAt().toEpochMilli(),
          Cleanup.COMPACT,
          false);

  /** Months of tenants in both views; the last revision of each stays. */
  public static final Topic<ShowbackRow> SHOWBACK =
      new Topic<>(
          "showback",
          ShowbackRow.class,
          s -> Topic.path(s.startAt().toString(), s.tenant()),
          s -> s.updatedAt().toEpochMilli(),
          Cleanup.COMPACT,
          false);

  /** Usages that are not charged, and why. */
  public static final Topic<RefusedUsage> REFUSED_USAGES =
      new Topic<>(
          "refused-usages",
          RefusedUsage.class,
          r -> r.id() == null ? Topic.path(r.source(), Long.toString(r.line())) : r.id(),
          r -> r.at() == null ? 0L : r.at().toEpochMilli(),
          Cleanup.DELETE,
          false);

  /** Prices that leapt, and what became of them; the last record of each stays. */
  public static final Topic<PriceQuarantine> PRICE_QUARANTINE =
      new Topic<>(
          "price-quarantine",
          PriceQuarantine.class,
          p ->
              Topic.path(
                  p.model(), p.field(), p.claimedAt().toString(), Long.toString(p.ordinal())),
          p -> p.since().toEpochMilli(),
          Cleanup.COMPACT,
          false);

  /** What is told of budgets: thresholds that were reached, and money that goes too fast. */
  public static final Topic<BudgetAlert> BUDGET_ALERTS =
      new Topic<>(
          "budget-alerts",
          BudgetAlert.class,
          BudgetAlert::budget,
          a -> a.toldAt().toEpochMilli(),
          Cleanup.DELETE,
          false);

  /** How budgets stand in each period; the last record of each stays. */
  public static final Topic<BudgetState> BUDGET_STATES =
      new Topic<>(
          "budget-states",
          BudgetState.class,
          s -> Topic.path(s.budget(), s.startAt().toString()),
          s -> s.updatedAt().toEpochMilli(),
          Cleanup.COMPACT,
          false);

  /** Hours whose cost was not as usual: episodes of a job of its own, which nobody waits for. */
  public static final Topic<CostEpisode> COST_EPISODES =
      new Topic<>(
          "cost-episodes",
          CostEpisode.class,
          CostEpisode::id,
          e -> e.updatedAt().toEpochMilli(),
          Cleanup.DELETE,
          false);

  /** Whether to buy or to host what workloads ask for; the last revision of each stays. */
  public static final Topic<WorkloadAdvice> WORKLOAD_ADVICE =
      new Topic<>(
          "workload-advice",
          WorkloadAdvice.class,
          a -> Topic.path(text(a.tenant()), text(a.feature()), text(a.dataClass())),
          a -> a.updatedAt().toEpochMilli(),
          Cleanup.COMPACT,
          false);

  private FinopsTopics() {}

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
