// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.Owner;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What may be spent in each period, and on what. Budgets below another have the same period and
 * spend of its money; no use counts for two of them.
 *
 * @param name of this budget; no other has it
 * @param scope what a use must be to count; empty for all uses
 * @param window its period
 * @param amount in USD, above zero
 * @param thresholds per cent of the amount whose crossing is told, ascending, above zero
 * @param burn when it burns too fast
 * @param children budgets below it
 */
public record Budget(
    String name,
    Map<Dimension, String> scope,
    CalendarWindow window,
    BigDecimal amount,
    List<Integer> thresholds,
    List<BurnRule> burn,
    List<Budget> children)
    implements Serializable {
  /** What is told unless a budget says otherwise. */
  public static final List<Integer> USUAL_THRESHOLDS = List.of(50, 80, 100);

  /** Whether a use counts. */
  public boolean covers(Owner owner, String provider, String model) {
    for (Map.Entry<Dimension, String> one : scope.entrySet()) {
      if (!one.getValue().equals(one.getKey().of(owner, provider, model))) {
        return false;
      }
    }
    return true;
  }

  /** Whether no use counts for both, because they ask for different values of one dimension. */
  public boolean disjoint(Budget other) {
    return scope.entrySet().stream()
        .anyMatch(
            one -> {
              String theirs = other.scope.get(one.getKey());
              return theirs != null && !theirs.equals(one.getValue());
            });
  }

  /** The money at a threshold, in USD. */
  BigDecimal at(int percent) {
    return amount.multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
  }
}
