// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/** A budget that is followed, written and read again at random, and all that is told of it. */
final class Followed implements BudgetEvents, SpendStore {
  static final long RETENTION = 35 * 86_400_000L;

  final List<BudgetNotice> notices = new ArrayList<>();
  final List<Long> foundMs = new ArrayList<>();
  final List<BurnEpisode> burns = new ArrayList<>();
  final List<BurnEpisode> over = new ArrayList<>();
  final List<BudgetStatus> states = new ArrayList<>();
  final List<Long> stateMs = new ArrayList<>();
  final List<String> told = new ArrayList<>();
  final Map<Long, NavigableMap<SpendKey, BigDecimal>> stored = new HashMap<>();

  private final Budget budget;
  private LiveBudget live;

  Followed(Budget budget) {
    this.budget = budget;
    this.live = new LiveBudget(budget, BudgetMemory.none(), this, RETENTION);
  }

  long second(long secondMs, List<BudgetSpend> spends) {
    live.advance(secondMs, this);
    return live.take(secondMs, spends, this);
  }

  void advance(long nowMs) {
    live.advance(nowMs, this);
  }

  boolean isOver() {
    return live.isOver();
  }

  /** Goes on from what is remembered, every now and then. */
  void cut(Random random) {
    if (random.nextInt(3) == 0) {
      live = new LiveBudget(budget, live.memory(), this, RETENTION);
    }
  }

  @Override
  public void threshold(long atMs, BudgetNotice notice, BudgetStatus status) {
    notices.add(notice);
    foundMs.add(atMs);
    told.add(atMs + " " + notice + " " + text(status));
  }

  @Override
  public void burn(long atMs, BurnEpisode episode, boolean isOver, BudgetStatus status) {
    (isOver ? over : burns).add(episode);
    told.add(atMs + " " + episode + isOver + " " + text(status));
  }

  @Override
  public void state(long atMs, BudgetStatus status) {
    states.add(status);
    stateMs.add(atMs);
    told.add(atMs + " " + text(status));
  }

  /** Without the number of zeros at the end of a sum, which is no difference. */
  static String text(BudgetStatus status) {
    return status.startMs()
        + " "
        + status.asKnown().stripTrailingZeros().toPlainString()
        + " "
        + status.asCorrected().stripTrailingZeros().toPlainString()
        + " "
        + status.crossings()
        + status.burning()
        + status.forecast();
  }

  @Override
  public NavigableMap<SpendKey, BigDecimal> of(long secondMs) {
    return new TreeMap<>(stored.getOrDefault(secondMs, new TreeMap<>()));
  }

  @Override
  public void keep(long secondMs, NavigableMap<SpendKey, BigDecimal> spends) {
    if (spends.isEmpty()) {
      stored.remove(secondMs);
    } else {
      stored.put(secondMs, new TreeMap<>(spends));
    }
  }
}
