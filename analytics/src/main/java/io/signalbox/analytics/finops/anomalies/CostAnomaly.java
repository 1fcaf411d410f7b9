// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.anomalies;

import io.signalbox.analytics.finops.Dimension;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hours whose cost was not as usual.
 *
 * @param dimension by what uses are told apart, or null for all of them
 * @param value the one of that dimension
 * @param perRequest whether the cost of a call was unusual rather than that of the hour
 * @param fromMs the first moment of the first hour, epoch milliseconds
 * @param toMs the first moment after the last hour, epoch milliseconds
 * @param cost of these hours by the prices accepted at the time, in USD
 * @param expected what so many hours cost in the week before, in USD
 * @param drivers what each changed, in USD; they sum to the cost less what was expected
 * @param driver the one that changed most; of a call, volume aside
 * @param cheaper whether it was less than usual
 */
public record CostAnomaly(
    @Nullable Dimension dimension,
    String value,
    boolean perRequest,
    long fromMs,
    long toMs,
    BigDecimal cost,
    BigDecimal expected,
    Map<Driver, BigDecimal> drivers,
    Driver driver,
    boolean cheaper) {
  /**
   * Whether somebody should look at the quality of answers: a call that became cheaper for another
   * reason than its price may be one that is answered worse.
   */
  public boolean asksForQuality() {
    return perRequest && cheaper && driver != Driver.PRICE;
  }
}
