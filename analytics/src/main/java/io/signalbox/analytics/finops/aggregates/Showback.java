// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.aggregates;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.Owner;
import io.signalbox.analytics.finops.PriceText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A month of a tenant in both views. Chargeback bills what is its own; showback adds its part of
 * what nobody is named for and of idle machines, in proportion to what is its own. Both sum to the
 * whole.
 *
 * @param startMs the first moment of the month, epoch milliseconds
 * @param tenant who, {@link Owner#UNALLOCATED} or {@link Aggregate#IDLE}
 * @param chargeback its own, in USD as prices turned out
 * @param shared its part of what nobody is named for, in USD; taken off where it stood
 * @param idle its part of idle machines, in USD; taken off where it stood
 */
public record Showback(
    long startMs, String tenant, BigDecimal chargeback, BigDecimal shared, BigDecimal idle) {
  /** Its own and its parts, in USD. */
  public BigDecimal showback() {
    return chargeback.add(shared).add(idle);
  }

  /** All tenants of all months, in order. */
  public static List<Showback> of(SortedMap<Aggregate, Flow> aggregates) {
    TreeMap<Long, TreeMap<String, BigDecimal>> months = new TreeMap<>();
    aggregates.forEach(
        (key, flow) -> {
          boolean month = key.window() == CalendarWindow.MONTH && flow.used();
          if (month && key.dimension() == Dimension.TENANT) {
            months
                .computeIfAbsent(key.startMs(), start -> new TreeMap<>())
                .put(key.value(), flow.asCorrected());
          }
        });
    List<Showback> all = new ArrayList<>();
    months.forEach((start, costs) -> all.addAll(ofMonth(start, costs)));
    return all;
  }

  /**
   * All tenants of a month, in order.
   *
   * @param startMs its first moment, epoch milliseconds
   * @param costs what is each tenant's own, in USD as prices turned out
   */
  static List<Showback> ofMonth(long startMs, SortedMap<String, BigDecimal> costs) {
    List<Showback> all = new ArrayList<>();
    TreeMap<String, BigDecimal> own = new TreeMap<>(costs);
    own.remove(Owner.UNALLOCATED);
    own.remove(Aggregate.IDLE);
    Map<String, BigDecimal> shared = split(costs.get(Owner.UNALLOCATED), own);
    Map<String, BigDecimal> idle = split(costs.get(Aggregate.IDLE), own);
    costs.forEach(
        (tenant, cost) -> {
          BigDecimal ofShared = part(Owner.UNALLOCATED, tenant, cost, shared);
          BigDecimal ofIdle = part(Aggregate.IDLE, tenant, cost, idle);
          all.add(new Showback(startMs, tenant, cost, ofShared, ofIdle));
        });
    return all;
  }

  private static BigDecimal part(
      String pool, String tenant, BigDecimal cost, Map<String, BigDecimal> parts) {
    if (tenant.equals(pool)) {
      return parts.isEmpty() ? BigDecimal.ZERO : cost.negate();
    }
    return parts.getOrDefault(tenant, BigDecimal.ZERO);
  }

  /** In proportion, to the last digit; what rounding leaves is of the one who has most. */
  private static Map<String, BigDecimal> split(
      @Nullable BigDecimal pool, TreeMap<String, BigDecimal> own) {
    BigDecimal whole = own.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    Map<String, BigDecimal> parts = new TreeMap<>();
    if (pool == null || whole.signum() == 0) {
      return parts;
    }
    BigDecimal left = pool;
    String most = own.firstKey();
    for (Map.Entry<String, BigDecimal> one : own.entrySet()) {
      BigDecimal part =
          pool.multiply(one.getValue()).divide(whole, PriceText.MOST_DECIMALS, RoundingMode.DOWN);
      parts.put(one.getKey(), part);
      left = left.subtract(part);
      most = one.getValue().compareTo(own.get(most)) > 0 ? one.getKey() : most;
    }
    parts.merge(most, left, BigDecimal::add);
    return parts;
  }
}
