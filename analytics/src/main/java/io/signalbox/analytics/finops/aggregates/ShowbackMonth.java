// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.aggregates;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.CostSum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is each tenant's own in a month that goes on, and what follows from it for all of them. */
public final class ShowbackMonth {
  private static final long DAY_MS = 86_400_000L;

  private final long startMs;
  private final TreeMap<String, Own> tenants = new TreeMap<>();
  private long revision;
  private boolean over;

  /**
   * What is a tenant's own.
   *
   * @param cost in USD as prices turned out
   * @param charges how many; where there are none, the tenant is not there any more
   */
  public record Own(BigDecimal cost, long charges) {}

  /**
   * A month in which nothing was told yet.
   *
   * @param startMs its first moment, epoch milliseconds
   */
  public ShowbackMonth(long startMs) {
    this.startMs = startMs;
  }

  /**
   * A month that goes on.
   *
   * @param startMs its first moment, epoch milliseconds
   * @param tenants what is each tenant's own
   * @param revision how often something changed
   */
  public ShowbackMonth(long startMs, Map<String, Own> tenants, long revision) {
    this.startMs = startMs;
    this.tenants.putAll(tenants);
    this.revision = revision;
  }

  /** Its first moment, epoch milliseconds. */
  public long startMs() {
    return startMs;
  }

  /** What is each tenant's own. */
  public SortedMap<String, Own> tenants() {
    return Collections.unmodifiableSortedMap(tenants);
  }

  /** How often something changed. */
  public long revision() {
    return revision;
  }

  /** Ends it if nothing of it can change any more, so long after its end. */
  public void endIfAfter(long nowMs, long retentionMs) {
    over = nowMs >= endMs(retentionMs);
  }

  /** When it is to be forgotten, epoch milliseconds. */
  public long endMs(long retentionMs) {
    return CalendarWindow.MONTH.end(startMs) + 2 * DAY_MS + retentionMs;
  }

  /** Whether it is to be forgotten. */
  public boolean isOver() {
    return over;
  }

  /**
   * Adds to what is some tenants' own.
   *
   * @param changes by tenant
   * @return the rows that are not as they were before; all of nothing for who is not there any more
   */
  public List<Showback> add(Map<String, CostSum> changes) {
    Map<String, Showback> gone = rows();
    changes.forEach(this::add);
    revision++;
    over = false;
    List<Showback> told = new ArrayList<>();
    for (Showback row : rows().values()) {
      if (!row.equals(gone.remove(row.tenant()))) {
        told.add(row);
      }
    }
    BigDecimal none = BigDecimal.ZERO;
    gone.keySet().forEach(tenant -> told.add(new Showback(startMs, tenant, none, none, none)));
    return told;
  }

  private void add(String tenant, CostSum sum) {
    Own own = tenants.getOrDefault(tenant, new Own(BigDecimal.ZERO, 0));
    Own next = new Own(own.cost.add(sum.asCorrected()), own.charges + sum.charges());
    if (next.charges == 0 && next.cost.signum() == 0) {
      tenants.remove(tenant);
    } else {
      tenants.put(tenant, next);
    }
  }

  private Map<String, Showback> rows() {
    TreeMap<String, BigDecimal> costs = new TreeMap<>();
    tenants.forEach(
        (tenant, own) -> {
          if (own.charges != 0) {
            costs.put(tenant, own.cost);
          }
        });
    Map<String, Showback> rows = new TreeMap<>();
    Showback.ofMonth(startMs, costs).forEach(row -> rows.put(row.tenant(), row));
    return rows;
  }
}
