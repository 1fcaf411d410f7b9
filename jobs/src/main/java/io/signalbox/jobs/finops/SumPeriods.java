// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.jobs.signals.TickOrder;
import io.signalbox.schemas.finops.AggregateCost;
import io.signalbox.schemas.finops.AggregateCostType;
import io.signalbox.schemas.finops.CostAggregate;
import io.signalbox.schemas.finops.RunningAggregate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums what was used and spent in a period under one value of a dimension, minute by minute. */
final class SumPeriods extends EventTimeFold<AggregateCost, CostAggregate, RunningAggregate> {
  private static final long serialVersionUID = 1;
  private static final long TICK_MS = 1000;

  /** Identity of the operator in savepoints. */
  static final String UID = "sum-periods";

  private final long retentionMs;

  /**
   * Makes the operator.
   *
   * @param retentionMs how long after its period a sum can change
   */
  SumPeriods(long retentionMs) {
    super(new ByMinute(), new AggregateCostType());
    this.retentionMs = retentionMs;
  }

  @Override
  protected String stateName() {
    return "period-sums";
  }

  @Override
  protected RunningAggregate decode(String key, byte @Nullable [] bytes) {
    return RunningAggregate.of(key, bytes);
  }

  @Override
  protected byte[] encode(RunningAggregate sum) {
    return sum.toBytes();
  }

  @Override
  protected boolean isOver(RunningAggregate sum) {
    return sum.isOver();
  }

  @Override
  protected boolean staysDecoded() {
    return true;
  }

  @Override
  protected void fold(
      RunningAggregate sum,
      long tickMs,
      List<AggregateCost> parts,
      FoldOutput<CostAggregate> found) {
    parts.forEach(part -> sum.add(part.sum()));
    found.collect(sum.tell(tickMs + TICK_MS - 1));
  }

  @Override
  protected void advance(RunningAggregate sum, long nowMs, FoldOutput<CostAggregate> found) {
    sum.endIfAfter(nowMs, retentionMs);
  }

  @Override
  protected long nextWakeMs(RunningAggregate sum) {
    return sum.endMs(retentionMs);
  }

  /** In any order, because sums are exact. */
  private static final class ByMinute implements TickOrder<AggregateCost> {
    private static final long serialVersionUID = 1;

    @Override
    public long tickMs(AggregateCost part) {
      return part.tickMs();
    }

    @Override
    public int compare(AggregateCost left, AggregateCost right) {
      return Long.compare(left.minuteMs(), right.minuteMs());
    }
  }
}
