// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.aggregates.ShowbackMonth;
import io.signalbox.jobs.signals.EventTimeFold;
import io.signalbox.jobs.signals.FoldOutput;
import io.signalbox.jobs.signals.TickOrder;
import io.signalbox.schemas.finops.AggregateCost;
import io.signalbox.schemas.finops.AggregateCostType;
import io.signalbox.schemas.finops.ShowbackMonthCodec;
import io.signalbox.schemas.finops.ShowbackRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Splits a month among its tenants, hour by hour, because whoever spends changes the parts of all
 * others.
 */
final class TellShowback extends EventTimeFold<AggregateCost, ShowbackRow, ShowbackMonth> {
  private static final long serialVersionUID = 1;
  private static final long TICK_MS = 1000;

  /** Identity of the operator in savepoints. */
  static final String UID = "tell-showback";

  private final long retentionMs;

  /**
   * Makes the operator.
   *
   * @param retentionMs how long after a month its costs can change
   */
  TellShowback(long retentionMs) {
    super(new ByHour(), new AggregateCostType());
    this.retentionMs = retentionMs;
  }

  @Override
  protected String stateName() {
    return "showback-month";
  }

  @Override
  protected ShowbackMonth decode(String start, byte @Nullable [] bytes) {
    long startMs = Long.parseLong(start);
    return bytes == null ? new ShowbackMonth(startMs) : ShowbackMonthCodec.read(startMs, bytes);
  }

  @Override
  protected byte[] encode(ShowbackMonth month) {
    return ShowbackMonthCodec.write(month);
  }

  @Override
  protected boolean isOver(ShowbackMonth month) {
    return month.isOver();
  }

  @Override
  protected void fold(
      ShowbackMonth month, long tickMs, List<AggregateCost> parts, FoldOutput<ShowbackRow> found) {
    Map<String, CostSum> changes = new TreeMap<>();
    for (AggregateCost part : parts) {
      changes.computeIfAbsent(part.key().value(), none -> new CostSum()).add(part.sum());
    }
    month
        .add(changes)
        .forEach(row -> found.collect(ShowbackRow.of(row, month.revision(), tickMs + TICK_MS - 1)));
  }

  @Override
  protected void advance(ShowbackMonth month, long nowMs, FoldOutput<ShowbackRow> found) {
    month.endIfAfter(nowMs, retentionMs);
  }

  @Override
  protected long nextWakeMs(ShowbackMonth month) {
    return month.endMs(retentionMs);
  }

  /** All of an hour at its end, in any order, because sums are exact. */
  private static final class ByHour implements TickOrder<AggregateCost> {
    private static final long serialVersionUID = 1;

    @Override
    public long tickMs(AggregateCost part) {
      return part.tickOfHourMs();
    }

    @Override
    public int compare(AggregateCost left, AggregateCost right) {
      return Long.compare(left.minuteMs(), right.minuteMs());
    }
  }
}
