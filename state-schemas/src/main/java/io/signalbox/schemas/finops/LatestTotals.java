// SPDX-License-Identifier: Apache-2.0
package io.signalbox.schemas.finops;

import io.signalbox.analytics.finops.CostSum;
import io.signalbox.analytics.finops.CostView;
import io.signalbox.analytics.finops.Totals;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Keeps the last revision of each sum of costs, as a reader of their topic does. */
public final class LatestTotals {
  private final Map<String, CostTotal> latest = new HashMap<>();

  /** None yet. */
  public LatestTotals() {}

  /** Takes a revision, in any order. */
  public void add(CostTotal total) {
    String key = String.join("\n", total.view(), total.tenant(), total.value(), total.day());
    latest.merge(key, total, (old, next) -> next.revision() > old.revision() ? next : old);
  }

  /** The sums by tenant, model and day. */
  public Totals totals() {
    Totals totals = new Totals();
    for (CostTotal one : latest.values()) {
      if (one.view().equals(CostView.MODEL.label()) && one.charges() != 0) {
        LocalDate day = LocalDate.parse(one.day());
        totals.add(new Totals.Key(one.tenant(), one.value(), day), one.sum());
      }
    }
    return totals;
  }

  /** What all charges under a view come to, by tenant and day: the same for every view. */
  public Map<String, CostSum> byTenant(CostView view) {
    Map<String, CostSum> sums = new TreeMap<>();
    for (CostTotal one : latest.values()) {
      if (one.view().equals(view.label()) && one.charges() != 0) {
        sums.computeIfAbsent(one.tenant() + "/" + one.day(), key -> new CostSum()).add(one.sum());
      }
    }
    return sums;
  }
}
