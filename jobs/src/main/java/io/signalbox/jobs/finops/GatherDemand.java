// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.analytics.finops.Posting;
import io.signalbox.analytics.finops.sovereignty.OpenDemand;
import io.signalbox.schemas.finops.DemandPart;
import io.signalbox.schemas.finops.DemandPartSerializer;
import java.util.function.Consumer;
import org.apache.flink.runtime.state.StateInitializationContext;

/**
 * Sums what workloads ask for in an hour before it is shuffled, in bins of five minutes, because
 * advice is given once a day.
 */
final class GatherDemand extends GatherOpen<Posting, DemandPart, DemandPart> {
  private static final long serialVersionUID = 1;
  private static final int MOST_BINS = 100_000;

  /** Identity of the operator in savepoints. */
  static final String UID = "gather-demand";

  private transient OpenDemand hours;

  GatherDemand() {
    this(MOST_BINS);
  }

  /** Puts out what is open as soon as it is that many bins. */
  GatherDemand(int mostBins) {
    super("open-demand", DemandPartSerializer.INSTANCE, mostBins);
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    hours = new OpenDemand();
    super.initializeState(context);
  }

  @Override
  void restore(DemandPart part) {
    hours.add(part.hourMs(), part.workload(), part.day());
  }

  @Override
  void add(Posting posting, long leastMs) {
    hours.add(Math.max(posting.toldMs(), leastMs), posting);
  }

  @Override
  void forEachOpen(Consumer<DemandPart> to) {
    hours.forEach((hourMs, workload, day) -> to.accept(new DemandPart(hourMs, workload, day)));
  }

  @Override
  int size() {
    return hours.bins();
  }

  @Override
  void close(long atMs) {
    hours.close(
        atMs,
        (hourMs, workload, day) -> {
          DemandPart part = new DemandPart(hourMs, workload, day);
          put(part, part.tickMs());
        });
  }
}
