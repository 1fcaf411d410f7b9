// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.CostCells;
import io.signalbox.analytics.finops.CostSum;

/**
 * What is added to a sum of costs.
 *
 * @param foundMs event time at which it was found, epoch milliseconds
 * @param key of what the sum is
 * @param sum what is added
 */
public record CostDelta(long foundMs, CostCells.Key key, CostSum sum) {
  /** The key as a text, for a shuffle. */
  public String text() {
    return key.view().label() + '\n' + key.epochDay() + '\n' + key.tenant() + '\n' + key.value();
  }
}
