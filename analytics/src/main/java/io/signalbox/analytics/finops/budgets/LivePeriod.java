// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One period of a budget that is followed: {@link BudgetPeriod} over sums by minute. */
final class LivePeriod {
  private final Budget budget;
  private final long startMs;
  private final long endMs;
  private final SpendMinutes minutes;
  private final NavigableMap<Long, BigDecimal> sums;
  private final List<Threshold<Long>> thresholds = new ArrayList<>();
  private final TreeMap<Integer, Crossing> told;
  private BigDecimal total = BigDecimal.ZERO;
  private BigDecimal corrections;
  private @Nullable BigDecimal unallocated;
  private boolean changed;

  /** The first use, in the order of spending, whose cost changed since all was told. */
  private @Nullable SpendKey first;

  private Cause cause = Cause.USE;

  /** Thresholds may be others than those that were told; then the next change tells them. */
  private boolean anew = true;

  LivePeriod(Budget budget, SpendMinutes minutes, BudgetMemory.Period memory) {
    this.budget = budget;
    this.minutes = minutes;
    this.startMs = memory.startMs();
    this.endMs = budget.window().end(startMs);
    this.sums = minutes.sums().subMap(startMs, true, endMs, false);
    this.told = new TreeMap<>(memory.told());
    this.corrections = memory.corrections();
    this.unallocated = memory.unallocated();
    this.changed = memory.changed();
    sums.values().forEach(sum -> total = total.add(sum));
    for (int percent : budget.thresholds()) {
      Threshold<Long> threshold = new Threshold<>(budget.at(percent));
      threshold.follow(startMs, total, sums, total);
      thresholds.add(threshold);
    }
  }

  /** One in which nothing was spent. */
  static LivePeriod begin(Budget budget, SpendMinutes minutes, long startMs) {
    return new LivePeriod(
        budget,
        minutes,
        new BudgetMemory.Period(startMs, BigDecimal.ZERO, BigDecimal.ZERO, false, new TreeMap<>()));
  }

  long startMs() {
    return startMs;
  }

  long endMs() {
    return endMs;
  }

  /** Follows a change that its minute has. */
  void add(SpendKey key, BigDecimal change, NetSpend net) {
    total = total.add(change);
    corrections = corrections.add(net.correction());
    BigDecimal more = change.compareTo(net.all()) == 0 ? net.unallocated() : null;
    unallocated = unallocated == null || more == null ? null : unallocated.add(more);
    first = first == null || key.compareTo(first) < 0 ? key : first;
    cause = net.cause();
    changed = true;
    long minute = SpendMinutes.minuteOf(key.atMs());
    thresholds.forEach(one -> one.follow(minute, change, sums, total));
  }

  /** Where thresholds are reached that was not told so yet; then it counts as told. */
  List<BudgetNotice> news() {
    SpendKey from = first;
    List<BudgetNotice> news = new ArrayList<>();
    for (int i = 0; from != null && i < thresholds.size(); i++) {
      int percent = budget.thresholds().get(i);
      Crossing before = told.get(percent);
      if (!anew && before != null && from.compareTo(before.key()) > 0) {
        continue; // what comes after the crossing does not move it
      }
      Crossing now = crossing(thresholds.get(i));
      if (Objects.equals(now, before)) {
        continue;
      }
      news.add(BudgetNotice.of(budget, startMs, percent, now, before, cause));
      if (now == null) {
        told.remove(percent);
      } else {
        told.put(percent, now);
      }
    }
    anew &= from == null;
    first = null;
    return news;
  }

  private @Nullable Crossing crossing(Threshold<Long> threshold) {
    Long minute = threshold.at();
    return minute == null ? null : minutes.reached(minute, threshold.before(), threshold.amount());
  }

  /** Whether its state is to be told; after this it is not. */
  boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  /**
   * How the budget stands in it.
   *
   * @param slots what the forecast is learned from
   * @param burns what is not over
   */
  BudgetStatus status(SortedMap<Long, BigDecimal> slots, List<BurnEpisode> burns, long nowMs) {
    boolean lasts = nowMs < endMs && nowMs >= startMs;
    return new BudgetStatus(
        budget.name(),
        null,
        startMs,
        endMs,
        budget.amount(),
        total.subtract(corrections),
        total,
        budget.children().isEmpty() ? null : unallocated,
        new TreeMap<>(told),
        lasts ? burns : List.of(),
        lasts && !burns.isEmpty(),
        lasts ? SpendForecast.of(budget.window(), endMs, total, slots, nowMs) : null);
  }

  BudgetMemory.Period memory() {
    return new BudgetMemory.Period(startMs, corrections, unallocated, changed, new TreeMap<>(told));
  }
}
