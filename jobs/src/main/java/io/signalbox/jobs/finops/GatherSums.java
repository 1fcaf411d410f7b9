// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.aggregates.OpenMinutes;
import io.signalbox.schemas.finops.AggregateCost;
import io.signalbox.schemas.finops.HourCost;
import io.signalbox.schemas.finops.HourCostSerializer;
import java.util.function.Consumer;
import org.apache.flink.runtime.state.StateInitializationContext;

/** Sums what is told in a minute before it is shuffled, because each usage counts in 27 sums. */
final class GatherSums extends GatherOpen<HourCost, AggregateCost, HourCost> {
  private static final long serialVersionUID = 1;
  private static final int MOST_OPEN = 50_000;

  /** Identity of the operator in savepoints. */
  static final String UID = "gather-sums";

  private transient OpenMinutes minutes;

  GatherSums() {
    this(MOST_OPEN);
  }

  /** Puts out what is open as soon as it is that many sums. */
  GatherSums(int mostOpen) {
    super("open-sums", HourCostSerializer.INSTANCE, mostOpen);
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    minutes = new OpenMinutes();
    super.initializeState(context);
  }

  @Override
  void restore(HourCost part) {
    minutes.add(part.toldMs(), part.key(), part.sum());
  }

  @Override
  void add(HourCost cost, long leastMs) {
    minutes.add(Math.max(cost.toldMs(), leastMs), cost.key(), cost.sum());
  }

  @Override
  void forEachOpen(Consumer<HourCost> to) {
    minutes.forEach((minuteMs, key, sum) -> to.accept(new HourCost(minuteMs, key, sum)));
  }

  @Override
  int size() {
    return minutes.size();
  }

  @Override
  void close(long atMs) {
    minutes.close(
        atMs,
        (minuteMs, key, sum) -> {
          AggregateCost part = new AggregateCost(minuteMs, key, sum);
          put(part, part.tickMs());
        });
  }
}
