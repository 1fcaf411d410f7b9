// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.OutcomeCounts;
import io.signalbox.analytics.finops.aggregates.FlowKey;
import io.signalbox.analytics.finops.outcomes.LatestOutcome;
import io.signalbox.analytics.finops.outcomes.Outcome;
import io.signalbox.schemas.finops.HourCost;
import io.signalbox.schemas.finops.RefusedUsage;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Counts each outcome once, and takes back what was counted when it is revised. On arrival, because
 * counts come to the same in any order and outcomes are too rare to tell the time.
 */
final class CountOutcomes extends KeyedProcessFunction<String, Outcome, HourCost> {
  private static final long serialVersionUID = 1;

  /** Identity of the operator in savepoints. */
  static final String UID = "count-outcomes";

  /** What is not counted. */
  static final OutputTag<RefusedUsage> REFUSED =
      new OutputTag<>("refused-outcomes", TypeInformation.of(RefusedUsage.class));

  private final long retentionMs;
  private transient ValueState<Outcome> counted;

  /** When no delivery can come any more that is not refused, epoch milliseconds. */
  private transient ValueState<Long> forgetAt;

  /**
   * Makes the operator.
   *
   * @param retentionMs how long an outcome can be revised
   */
  CountOutcomes(long retentionMs) {
    this.retentionMs = retentionMs;
  }

  @Override
  public void open(OpenContext context) {
    counted = state("counted-outcome", TypeInformation.of(Outcome.class));
    forgetAt = state("forget-at", Types.LONG);
  }

  private <T> ValueState<T> state(String name, TypeInformation<T> type) {
    return getRuntimeContext().getState(new ValueStateDescriptor<>(name, type));
  }

  @Override
  public void processElement(Outcome next, Context context, Collector<HourCost> out)
      throws Exception {
    TimerService timers = context.timerService();
    if (forgotten(next, timers.currentWatermark())) {
      context.output(REFUSED, refused(next, "older than the retention of outcomes", false));
      return;
    }
    Long known = forgetAt.value();
    long until = next.atMs() + retentionMs; // a revision may be of another time, either way
    if (known == null || known < until) {
      forgetAt.update(until);
      timers.registerEventTimeTimer(until);
    }
    Outcome before = counted.value();
    Outcome now =
        LatestOutcome.of(
            next,
            before,
            loser -> context.output(REFUSED, refused(loser, loser.contradiction(), true)));
    if (now.equals(before)) {
      return;
    }
    if (before != null) {
      count(before, -1, out);
    }
    count(now, 1, out);
    counted.update(now);
  }

  private static void count(Outcome outcome, int sign, Collector<HourCost> out) {
    if (outcome.count() != 0) {
      CostSum sum = CostSum.ofOutcomes(OutcomeCounts.of(outcome.name(), sign * outcome.count()));
      out.collect(new HourCost(outcome.atMs(), FlowKey.of(outcome), sum));
    }
  }

  private boolean forgotten(Outcome outcome, long passedMs) {
    return passedMs != Long.MAX_VALUE && outcome.atMs() + retentionMs <= passedMs;
  }

  private static RefusedUsage refused(Outcome outcome, String reason, boolean quarantined) {
    return new RefusedUsage(
        outcome.id(),
        Instant.ofEpochMilli(outcome.atMs()),
        reason,
        quarantined,
        false,
        outcome.source(),
        outcome.line(),
        outcome.content());
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<HourCost> out)
      throws Exception {
    Long until = forgetAt.value();
    if (until != null && until <= timestamp) {
      counted.clear();
      forgetAt.clear();
    }
  }
}
