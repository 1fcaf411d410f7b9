// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import io.signalbox.analytics.finops.CalendarWindow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A budget that is followed second by second. What is told of thresholds is what {@link BudgetBook}
 * tells of the same spends; what is remembered does not grow with how many are looked at.
 */
public final class LiveBudget {
  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long DAY = 86_400_000L;
  private static final int BYTES_OF_A_MINUTE = 200;

  private final Budget budget;
  private final long keepMs;
  private final long slotMs;
  private final SpendMinutes minutes;
  private final TreeMap<Long, LivePeriod> periods = new TreeMap<>();
  private final TreeMap<Long, BigDecimal> slots = new TreeMap<>();
  private final List<LiveBurn> burns = new ArrayList<>();
  private long atMs;
  private long tellMs;

  /**
   * Goes on.
   *
   * @param memory what is remembered
   * @param store of its single spends
   * @param retentionMs how long after a use its cost can change
   */
  public LiveBudget(Budget budget, BudgetMemory memory, SpendStore store, long retentionMs) {
    this.budget = budget;
    long longest = budget.burn().stream().mapToLong(BurnRule::longMs).max().orElse(0);
    this.keepMs = Math.max(retentionMs, longest) + 2 * DAY;
    this.slotMs = SpendForecast.slotMs(budget.window());
    this.minutes = new SpendMinutes(store, memory);
    this.atMs = memory.atMs();
    this.tellMs = memory.tellMs();
    minutes.sums().forEach(this::learn);
    memory
        .periods()
        .forEach(one -> periods.put(one.startMs(), new LivePeriod(budget, minutes, one)));
    budget.burn().forEach(rule -> burns.add(new LiveBurn(rule, minutes, atMs, memory.burns())));
  }

  private void learn(long ms, BigDecimal change) {
    long slot = Math.floorDiv(ms, slotMs);
    if (slots.merge(slot, change, BigDecimal::add).signum() == 0) {
      slots.remove(slot);
    }
  }

  /**
   * Takes what was told in a second; {@link #advance} to it came before.
   *
   * @param secondMs its first millisecond
   * @return how many spends were not counted, or not whole, because what they change is not
   *     remembered
   */
  public long take(long secondMs, List<BudgetSpend> spends, BudgetEvents to) {
    long uncounted = 0;
    moveTo(secondMs);
    boolean changed = false;
    for (Map.Entry<SpendKey, NetSpend> one : NetSpend.of(spends).entrySet()) {
      BigDecimal wanted = one.getValue().all();
      BigDecimal change = add(one.getKey(), one.getValue());
      uncounted += change.compareTo(wanted) == 0 ? 0 : 1;
      changed |= changes(one.getValue(), change);
    }
    minutes.close();
    if (changed) {
      tell(to);
      tellMs = Math.min(tellMs, SpendMinutes.minuteOf(atMs) + MINUTE);
    }
    return uncounted;
  }

  private void moveTo(long secondMs) {
    atMs = Math.max(atMs, secondMs);
    burns.forEach(burn -> burn.advance(atMs));
  }

  private BigDecimal add(SpendKey key, NetSpend net) {
    CalendarWindow window = budget.window();
    if (window.end(key.atMs()) + keepMs <= atMs) {
      return BigDecimal.ZERO;
    }
    LivePeriod period = period(window.start(key.atMs()));
    BigDecimal change = minutes.add(key, net.all());
    if (changes(net, change)) {
      learn(key.atMs(), change);
      burns.forEach(burn -> burn.add(key, change));
      period.add(key, change, net);
      periods.putIfAbsent(period.startMs(), period);
    }
    return change;
  }

  /** Whether a state is another after it: what no budget below counts may change alone. */
  private boolean changes(NetSpend net, BigDecimal change) {
    BigDecimal own = net.unallocated();
    boolean moved = !budget.children().isEmpty() && (own == null || own.signum() != 0);
    return moved || change.signum() != 0 || net.correction().signum() != 0;
  }

  /** The period, which is not kept where nothing was spent in it. */
  private LivePeriod period(long startMs) {
    LivePeriod known = periods.get(startMs);
    return known == null ? LivePeriod.begin(budget, minutes, startMs) : known;
  }

  private void tell(BudgetEvents to) {
    long foundMs = atMs + SECOND - 1;
    List<LiveBurn> begun = burns.stream().filter(burn -> burn.look(budget, atMs)).toList();
    for (LivePeriod period : periods.values()) {
      List<BudgetNotice> news = period.news();
      if (!news.isEmpty()) {
        BudgetStatus status = status(period, foundMs);
        news.forEach(notice -> to.threshold(foundMs, notice, status));
      }
    }
    begun.forEach(burn -> tell(burn.open(), false, foundMs, to));
  }

  private void tell(@Nullable BurnEpisode episode, boolean over, long foundMs, BudgetEvents to) {
    if (episode != null) {
      LivePeriod period = period(budget.window().start(foundMs));
      to.burn(foundMs, episode, over, status(period, foundMs));
    }
  }

  private BudgetStatus status(LivePeriod period, long nowMs) {
    return period.status(slots, open(), nowMs);
  }

  private List<BurnEpisode> open() {
    List<BurnEpisode> open = new ArrayList<>();
    for (LiveBurn burn : burns) {
      BurnEpisode one = burn.open();
      if (one != null) {
        open.add(one);
      }
    }
    return open;
  }

  /** Does what is due by a time, each at its own. */
  public void advance(long nowMs, BudgetEvents to) {
    for (long dueMs = nextWakeMs(); dueMs <= nowMs; dueMs = nextWakeMs()) {
      for (LiveBurn burn : burns) {
        if (burn.overMs() == dueMs) {
          tell(burn.end(), true, dueMs, to);
        }
      }
      if (tellMs == dueMs) {
        tellStates(to);
      }
      if (forgetMs() == dueMs) {
        forget();
      }
    }
  }

  private void tellStates(BudgetEvents to) {
    long foundMs = tellMs;
    tellMs = Long.MAX_VALUE;
    for (LivePeriod period : periods.values()) {
      if (period.takeChanged()) {
        to.state(foundMs, status(period, foundMs));
      }
    }
  }

  private void forget() {
    moveTo(Math.floorDiv(forgetMs(), SECOND) * SECOND); // nothing of it is in any window
    long endMs = periods.pollFirstEntry().getValue().endMs();
    minutes.forgetBefore(endMs);
    slots.headMap(Math.floorDiv(endMs, slotMs)).clear();
  }

  private long forgetMs() {
    return periods.isEmpty() ? Long.MAX_VALUE : periods.firstEntry().getValue().endMs() + keepMs;
  }

  /** When something is due next; {@link Long#MAX_VALUE} when nothing is. */
  public long nextWakeMs() {
    long next = Math.min(tellMs, forgetMs());
    for (LiveBurn burn : burns) {
      next = Math.min(next, burn.overMs());
    }
    return next;
  }

  /** Whether nothing is worth remembering any more. */
  public boolean isOver() {
    return periods.isEmpty();
  }

  /** Bytes that it holds in memory, about. */
  public long bytes() {
    return (long) BYTES_OF_A_MINUTE * (minutes.sums().size() + 1);
  }

  /** What must be remembered. */
  public BudgetMemory memory() {
    return new BudgetMemory(
        atMs,
        tellMs,
        minutes.sums(),
        minutes.seconds(),
        periods.values().stream().map(LivePeriod::memory).toList(),
        open());
  }
}
