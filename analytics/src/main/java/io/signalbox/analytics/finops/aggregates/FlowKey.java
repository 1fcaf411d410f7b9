// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.aggregates;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.CostCells;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.Owner;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.analytics.finops.outcomes.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who used what in which hour: the finest that is summed.
 *
 * @param hourMs the first moment of the hour, epoch milliseconds
 * @param owner for whom
 * @param provider who charges
 * @param model which answered, or the machine that was held
 * @param idle whether a machine was held that nobody used
 */
public record FlowKey(long hourMs, Owner owner, String provider, String model, boolean idle) {
  /** How allocation exports of Kubernetes (OpenCost) name the capacity that nobody used. */
  private static final String IDLE_TENANT = "__idle__";

  private static final Owner NOBODY = new Owner(null, null, null, null, null, null);

  /** The key of a charge. */
  public static FlowKey of(Charge charge) {
    Usage usage = charge.usage();
    long hourMs = CalendarWindow.HOUR.start(usage.atMs());
    return of(hourMs, usage.owner(), charge.provider(), usage.model(), usage.compute());
  }

  /** The key of what is summed by all that is told apart. */
  public static FlowKey of(CostCells.Cell cell) {
    return of(cell.hourMs(), cell.owner(), cell.provider(), cell.model(), cell.compute());
  }

  /** The key of an outcome; where no model is told, none is allocated. */
  public static FlowKey of(Outcome outcome) {
    long hourMs = CalendarWindow.HOUR.start(outcome.atMs());
    return new FlowKey(
        hourMs, outcome.owner(), told(outcome.provider()), told(outcome.model()), false);
  }

  private static String told(@Nullable String name) {
    return name == null ? Owner.UNALLOCATED : name;
  }

  private static FlowKey of(
      long hourMs, Owner owner, String provider, String model, boolean compute) {
    boolean idle = compute && (IDLE_TENANT.equals(owner.tenant()) || nobody(owner));
    return new FlowKey(
        hourMs,
        idle ? new Owner(null, null, null, null, owner.region(), null) : owner,
        provider,
        model,
        idle);
  }

  /** Whether none is named who could have used it. */
  private static boolean nobody(Owner owner) {
    return new Owner(owner.tenant(), owner.team(), owner.feature(), owner.agent(), null, null)
        .equals(NOBODY);
  }

  /** The sums of a period in which it counts: that of all, and one by each dimension. */
  public List<Aggregate> aggregates(CalendarWindow window) {
    long startMs = window.start(hourMs);
    List<Aggregate> all = new ArrayList<>();
    all.add(new Aggregate(window, startMs, null, Aggregate.ALL));
    for (Dimension one : Dimension.values()) {
      all.add(new Aggregate(window, startMs, one, value(one)));
    }
    return all;
  }

  /** What it is by a dimension. */
  public String value(Dimension dimension) {
    String value = dimension.of(owner, provider, model);
    return value != null ? value : idle ? Aggregate.IDLE : Owner.UNALLOCATED;
  }
}
