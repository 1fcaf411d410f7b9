// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import org.jspecify.annotations.Nullable;

/**
 * Something told of a threshold of a budget. The last notice of a threshold holds.
 *
 * @param kind what
 * @param budget which
 * @param startMs of its period, epoch milliseconds
 * @param percent of its amount
 * @param crossing how it was reached, or null where it was not
 * @param before what was told last, or null
 * @param cause of the last change before it
 */
public record BudgetNotice(
    NoticeKind kind,
    Budget budget,
    long startMs,
    int percent,
    @Nullable Crossing crossing,
    @Nullable Crossing before,
    Cause cause) {
  /** What is to be told where a crossing is no more as it was told; at most one of both is null. */
  static BudgetNotice of(
      Budget budget,
      long startMs,
      int percent,
      @Nullable Crossing now,
      @Nullable Crossing before,
      Cause cause) {
    NoticeKind kind =
        before == null ? NoticeKind.CROSSED : now == null ? NoticeKind.WITHDRAWN : NoticeKind.MOVED;
    return new BudgetNotice(kind, budget, startMs, percent, now, before, cause);
  }
}
