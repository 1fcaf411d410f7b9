// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.CostCells;
import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.Meter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant spent on a day under one value of a view, by now; the last revision counts. The
 * values of each view sum exactly to the tenant.
 *
 * @param view by what costs are told apart: model, team, feature, agent, provider, region or
 *     data_class
 * @param tenant who pays, or UNALLOCATED
 * @param value under the view, or UNALLOCATED
 * @param day of the usages, in UTC, as YYYY-MM-DD
 * @param asKnown by the prices accepted at the time, in USD, an exact decimal
 * @param asCorrected by the prices as they turned out, in USD, an exact decimal
 * @param inDoubt how much more it would be had the prices been right that waited, in USD; null
 *     where none waited
 * @param charges how many; where 0 is left, all were taken back
 * @param requests calls of models
 * @param quantities what was counted, by meter, as exact decimals
 * @param revision counts up for each view, tenant, value and day
 * @param updatedAt event time
 */
public record CostTotal(
    String view,
    String tenant,
    String value,
    String day,
    String asKnown,
    String asCorrected,
    @Nullable String inDoubt,
    long charges,
    long requests,
    Map<String, String> quantities,
    long revision,
    Instant updatedAt) {
  /** A revision of a sum. */
  public static CostTotal of(CostCells.Key key, CostSum sum, long revision, long updatedMs) {
    Map<String, String> quantities = new TreeMap<>();
    sum.quantities()
        .forEach(
            (meter, n) -> {
              if (n.signum() != 0) {
                quantities.put(meter.label(), TotalsJson.money(n));
              }
            });
    return new CostTotal(
        key.view().label(),
        key.tenant(),
        key.value(),
        LocalDate.ofEpochDay(key.epochDay()).toString(),
        TotalsJson.money(sum.asKnown()),
        TotalsJson.money(sum.asCorrected()),
        TotalsJson.unlessZero(sum.inDoubt()),
        sum.charges(),
        sum.requests(),
        quantities,
        revision,
        Instant.ofEpochMilli(updatedMs));
  }

  /** The sum that it tells. */
  public CostSum sum() {
    Map<Meter, BigDecimal> counted = new EnumMap<>(Meter.class);
    for (Meter meter : Meter.values()) {
      String n = quantities.get(meter.label());
      if (n != null) {
        counted.put(meter, new BigDecimal(n));
      }
    }
    BigDecimal known = new BigDecimal(asKnown);
    BigDecimal correction = new BigDecimal(asCorrected).subtract(known);
    BigDecimal doubt = inDoubt == null ? BigDecimal.ZERO : new BigDecimal(inDoubt);
    return new CostSum(known, correction, doubt, charges, requests, counted);
  }
}
