// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.aggregates;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.Owner;
import io.signalbox.analytics.finops.Usage;

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
    Owner owner = usage.owner();
    boolean idle = usage.compute() && (IDLE_TENANT.equals(owner.tenant()) || nobody(owner));
    return new FlowKey(
        CalendarWindow.HOUR.start(usage.atMs()),
        idle ? new Owner(null, null, null, null, owner.region(), null) : owner,
        charge.provider(),
        usage.model(),
        idle);
  }

  /** Whether none is named who could have used it. */
  private static boolean nobody(Owner owner) {
    return new Owner(owner.tenant(), owner.team(), owner.feature(), owner.agent(), null, null)
        .equals(NOBODY);
  }

  /** What it is by a dimension. */
  public String value(Dimension dimension) {
    String value = dimension.of(owner, provider, model);
    return value != null ? value : idle ? Aggregate.IDLE : Owner.UNALLOCATED;
  }
}
