// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.CostCells;
import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.aggregates.FlowKey;
import io.signalbox.schemas.finops.CostDelta;
import io.signalbox.schemas.finops.CostDeltaType;
import io.signalbox.schemas.finops.HourCost;
import io.signalbox.schemas.finops.HourCostType;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/** Sums what is charged before it leaves, because what differs in numbers alone is one sum. */
final class ChargedSums {
  /** What is to be added to sums of days. */
  static final OutputTag<CostDelta> COSTS = new OutputTag<>("costs", new CostDeltaType());

  /** What is to be added to sums of hours, by all that is told apart. */
  static final OutputTag<HourCost> HOURS = new OutputTag<>("hours", new HourCostType());

  private final CostCells cells = new CostCells();
  private final Output<?> output;

  /** Puts sums out there. */
  ChargedSums(Output<?> output) {
    this.output = output;
  }

  /** Adds a posting. */
  void add(Posting posting) {
    cells.add(posting);
  }

  /** Puts out what was gathered, as found at a time, epoch milliseconds. */
  void drain(long nowMs) {
    cells.drain(
        (key, sum) -> put(COSTS, new CostDelta(nowMs, key, sum), nowMs),
        (cell, sum) -> put(HOURS, new HourCost(nowMs, FlowKey.of(cell), sum), nowMs));
  }

  private <T> void put(OutputTag<T> tag, T item, long nowMs) {
    output.collect(tag, new StreamRecord<>(item, nowMs));
  }
}
