// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was spent of a budget, summed by minute. Single spends are looked up only in the seconds
 * where a sum must be cut: at the ends of a window, or where a threshold was reached.
 */
final class SpendMinutes {
  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;

  private final SpendStore store;
  private final TreeMap<Long, BigDecimal> sums;

  /** By minute, a bit for each second in which something was spent. */
  private final TreeMap<Long, Long> seconds;

  private NavigableMap<SpendKey, BigDecimal> open = new TreeMap<>();
  private long openMs = Long.MIN_VALUE;

  /** What is remembered of minutes; their spends are in the store. */
  SpendMinutes(SpendStore store, BudgetMemory memory) {
    this.store = store;
    this.sums = new TreeMap<>(memory.sums());
    this.seconds = new TreeMap<>(memory.seconds());
  }

  /** The first moment of the minute of a use, epoch milliseconds. */
  static long minuteOf(long atMs) {
    return Math.floorDiv(atMs, MINUTE) * MINUTE;
  }

  /** Sums by the first moment of their minute. */
  NavigableMap<Long, BigDecimal> sums() {
    return sums;
  }

  /** The seconds in which something was spent, by minute. */
  SortedMap<Long, Long> seconds() {
    return seconds;
  }

  /**
   * Adds to what a use cost, or takes back of it; {@link #close} follows when all are added.
   *
   * @return what that changed: nothing can be taken back that was not counted
   */
  BigDecimal add(SpendKey key, BigDecimal delta) {
    if (openMs != key.secondMs()) {
      close();
      openMs = key.secondMs();
      open = store.of(openMs);
    }
    BigDecimal old = open.getOrDefault(key, BigDecimal.ZERO);
    BigDecimal now = old.add(delta).max(BigDecimal.ZERO);
    BigDecimal change = now.subtract(old);
    if (now.signum() == 0) {
      open.remove(key);
    } else {
      open.put(key, now);
    }
    long minute = minuteOf(openMs);
    if (sums.merge(minute, change, BigDecimal::add).signum() == 0) {
      sums.remove(minute);
    }
    return change;
  }

  /** Keeps what was added. */
  void close() {
    if (openMs == Long.MIN_VALUE) {
      return;
    }
    store.keep(openMs, open);
    long minute = minuteOf(openMs);
    long bit = 1L << ((openMs - minute) / SECOND);
    long old = seconds.getOrDefault(minute, 0L);
    long now = open.isEmpty() ? old & ~bit : old | bit;
    if (now == 0) {
      seconds.remove(minute);
    } else {
      seconds.put(minute, now);
    }
    openMs = Long.MIN_VALUE;
  }

  /** What was spent from a full second until before another, in USD. */
  BigDecimal sum(long fromMs, long toMs) {
    long first = minuteOf(fromMs + MINUTE - SECOND);
    long last = minuteOf(toMs);
    if (first > last) {
      return part(last, fromMs, toMs);
    }
    BigDecimal sum = part(first - MINUTE, fromMs, first).add(part(last, last, toMs));
    for (BigDecimal whole : sums.subMap(first, last).values()) {
      sum = sum.add(whole);
    }
    return sum;
  }

  /** What was spent from a full second on, in USD. */
  BigDecimal sumFrom(long fromMs) {
    return sums.isEmpty() ? BigDecimal.ZERO : sum(fromMs, sums.lastKey() + MINUTE);
  }

  private BigDecimal part(long minute, long fromMs, long toMs) {
    BigDecimal sum = BigDecimal.ZERO;
    long some = seconds.getOrDefault(minute, 0L);
    for (long at = fromMs; at < toMs; at += SECOND) {
      if ((some & (1L << ((at - minute) / SECOND))) != 0) {
        for (BigDecimal spend : store.of(at).values()) {
          sum = sum.add(spend);
        }
      }
    }
    return sum;
  }

  /** The use of a minute with which an amount is reached, so much being spent before the minute. */
  @Nullable Crossing reached(long minute, BigDecimal before, BigDecimal amount) {
    BigDecimal sum = before;
    long some = seconds.getOrDefault(minute, 0L);
    for (long at = minute; some != 0; at += SECOND, some >>>= 1) {
      if ((some & 1) != 0) {
        for (Map.Entry<SpendKey, BigDecimal> spend : store.of(at).entrySet()) {
          sum = sum.add(spend.getValue());
          if (sum.compareTo(amount) >= 0) {
            return new Crossing(spend.getKey(), sum);
          }
        }
      }
    }
    return null;
  }

  /** Forgets what was spent before a full minute. */
  void forgetBefore(long toMs) {
    for (Map.Entry<Long, Long> one : seconds.headMap(toMs).entrySet()) {
      long some = one.getValue();
      for (long at = one.getKey(); some != 0; at += SECOND, some >>>= 1) {
        if ((some & 1) != 0) {
          store.keep(at, new TreeMap<>());
        }
      }
    }
    seconds.headMap(toMs).clear();
    sums.headMap(toMs).clear();
  }
}
