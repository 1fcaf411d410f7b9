// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import io.signalbox.jobs.signals.TickOrder;
import io.signalbox.schemas.finops.UsageBatch;
import java.util.Arrays;

/** Batches of a second by content; what they hold comes to the same in any order. */
final class UsageOrder implements TickOrder<UsageBatch> {
  private static final long serialVersionUID = 1;

  @Override
  public long tickMs(UsageBatch batch) {
    return batch.tickMs();
  }

  @Override
  public int compare(UsageBatch left, UsageBatch right) {
    return Arrays.compare(left.bytes(), right.bytes());
  }
}
