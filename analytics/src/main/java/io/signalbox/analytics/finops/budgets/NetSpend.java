// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a second changes of the cost of one use.
 *
 * @param all of it
 * @param correction the part that was not known at the time
 * @param cause why
 * @param unallocated the part that no budget below counts; null where that was not told
 */
record NetSpend(
    BigDecimal all, BigDecimal correction, Cause cause, @Nullable BigDecimal unallocated) {
  /** By use, in the order of spending. */
  static SortedMap<SpendKey, NetSpend> of(List<BudgetSpend> spends) {
    SortedMap<SpendKey, NetSpend> nets = new TreeMap<>();
    for (BudgetSpend one : spends) {
      nets.merge(one.key(), of(one), NetSpend::and);
    }
    return nets;
  }

  private static NetSpend of(BudgetSpend one) {
    Boolean below = one.allocated();
    BigDecimal none = below == null ? null : BigDecimal.ZERO;
    return new NetSpend(
        one.all(), one.correction(), one.cause(), Boolean.FALSE.equals(below) ? one.all() : none);
  }

  /** A use that is taken back and told anew is a revision, whichever comes first. */
  private NetSpend and(NetSpend other) {
    Cause why = cause.compareTo(other.cause) >= 0 ? cause : other.cause;
    why = cause == Cause.REVISION || other.cause == Cause.REVISION ? Cause.REVISION : why;
    return new NetSpend(
        all.add(other.all),
        correction.add(other.correction),
        why,
        unallocated == null || other.unallocated == null
            ? null
            : unallocated.add(other.unallocated));
  }
}
