// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.jobs.signals.TickOrder;
import io.signalbox.schemas.finops.CostDelta;
import io.signalbox.schemas.finops.CostDeltaType;
import io.signalbox.schemas.finops.CostTotal;
import io.signalbox.schemas.finops.RunningTotal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums costs by what they are told apart by, so that everybody reads the same sums. */
final class SumCosts extends EventTimeFold<CostDelta, CostTotal, RunningTotal> {
  private static final long serialVersionUID = 1;
  private static final long TICK_MS = 1000;

  /** Identity of the operator in savepoints. */
  static final String UID = "sum-costs";

  private final long retentionMs;

  /**
   * Makes the operator.
   *
   * @param retentionMs how long after its day a sum can change
   */
  SumCosts(long retentionMs) {
    super(new ByTick(), new CostDeltaType());
    this.retentionMs = retentionMs;
  }

  @Override
  protected String stateName() {
    return "cost-sums";
  }

  @Override
  protected RunningTotal decode(String key, byte @Nullable [] bytes) {
    return RunningTotal.of(bytes);
  }

  @Override
  protected byte[] encode(RunningTotal total) {
    return total.toBytes();
  }

  @Override
  protected boolean isOver(RunningTotal total) {
    return total.isOver();
  }

  @Override
  protected boolean staysDecoded() {
    return true;
  }

  @Override
  protected void fold(
      RunningTotal total, long tickMs, List<CostDelta> deltas, FoldOutput<CostTotal> found) {
    deltas.forEach(total::add);
    found.collect(total.tell(tickMs + TICK_MS - 1));
  }

  @Override
  protected void advance(RunningTotal total, long nowMs, FoldOutput<CostTotal> found) {
    total.endIfAfter(nowMs, retentionMs);
  }

  @Override
  protected long nextWakeMs(RunningTotal total) {
    return total.endMs(retentionMs);
  }

  /** In any order, because sums are exact; what was found at a time counts with it. */
  private static final class ByTick implements TickOrder<CostDelta> {
    private static final long serialVersionUID = 1;

    @Override
    public long tickMs(CostDelta delta) {
      return delta.foundMs() - TICK_MS + 1;
    }

    @Override
    public int compare(CostDelta left, CostDelta right) {
      return Long.compare(left.foundMs(), right.foundMs());
    }
  }
}
