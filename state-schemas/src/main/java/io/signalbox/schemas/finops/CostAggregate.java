// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.Meter;
import io.signalbox.analytics.finops.aggregates.Aggregate;
import io.signalbox.analytics.finops.aggregates.Flow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was used and what it cost in a period under one value of a dimension, by now; the last
 * revision counts. The values of a dimension sum exactly to all, hours to days and months.
 *
 * @param window hour, day or month, in UTC
 * @param startAt its first moment
 * @param dimension tenant, team, feature, agent, model, provider, region or data_class; all for all
 * @param value the one of that dimension, UNALLOCATED, IDLE or ALL
 * @param asKnown by the prices accepted at the time, in USD, an exact decimal as all money here
 * @param asCorrected by the prices as they turned out, in USD
 * @param inDoubt how much more it would be had the prices been right that waited, in USD; null
 *     where none waited
 * @param charges how many; where neither they nor outcomes are left, all were taken back
 * @param requests calls of models
 * @param inputTokens tokens read, cached or not
 * @param cachedTokens of these, those that a cache held
 * @param outputTokens tokens written
 * @param computeSeconds that machines were held, an exact decimal
 * @param costPerRequest what a call cost as it turned out, rounded to 12 decimals; null where there
 *     was none
 * @param cachedShare of the tokens read, rounded to 6 decimals; null where none was read
 * @param outcomes what it brought about, by name; null where nothing
 * @param revision counts up for each window, start, dimension and value
 * @param updatedAt event time
 */
public record CostAggregate(
    String window,
    Instant startAt,
    String dimension,
    String value,
    String asKnown,
    String asCorrected,
    @Nullable String inDoubt,
    long charges,
    long requests,
    long inputTokens,
    long cachedTokens,
    long outputTokens,
    String computeSeconds,
    @Nullable String costPerRequest,
    @Nullable String cachedShare,
    @Nullable List<OutcomeCost> outcomes,
    long revision,
    Instant updatedAt) {
  /** A revision of a sum. */
  public static CostAggregate of(Aggregate key, CostSum sum, long revision, long updatedMs) {
    Flow flow = Flow.of(sum);
    return new CostAggregate(
        key.window().label(),
        Instant.ofEpochMilli(key.startMs()),
        key.label(),
        key.value(),
        TotalsJson.money(sum.asKnown()),
        TotalsJson.money(sum.asCorrected()),
        TotalsJson.unlessZero(sum.inDoubt()),
        sum.charges(),
        sum.requests(),
        flow.inputTokens().longValueExact(),
        flow.quantity(Meter.CACHE_READ).longValueExact(),
        flow.outputTokens().longValueExact(),
        TotalsJson.money(flow.quantity(Meter.COMPUTE_SECONDS)),
        text(flow.costPerRequest()),
        text(flow.cachedShare()),
        flow.outcomes().isEmpty() ? null : OutcomeCost.of(flow),
        revision,
        Instant.ofEpochMilli(updatedMs));
  }

  private static @Nullable String text(@Nullable BigDecimal number) {
    return number == null ? null : TotalsJson.money(number);
  }
}
