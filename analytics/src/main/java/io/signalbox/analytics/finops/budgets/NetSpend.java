// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a second changes of the cost of one use.
 *
 * @param all of it
 * @param correction the part that was not known at the time
 * @param cause why
 */
record NetSpend(BigDecimal all, BigDecimal correction, Cause cause) {
  /** By use, in the order of spending. */
  static SortedMap<SpendKey, NetSpend> of(List<BudgetSpend> spends) {
    SortedMap<SpendKey, NetSpend> nets = new TreeMap<>();
    for (BudgetSpend one : spends) {
      nets.merge(one.key(), new NetSpend(one.all(), one.correction(), one.cause()), NetSpend::and);
    }
    return nets;
  }

  /** A use that is taken back and told anew is a revision, whichever comes first. */
  private NetSpend and(NetSpend other) {
    Cause why = cause.compareTo(other.cause) >= 0 ? cause : other.cause;
    why = cause == Cause.REVISION || other.cause == Cause.REVISION ? Cause.REVISION : why;
    return new NetSpend(all.add(other.all), correction.add(other.correction), why);
  }
}
