// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import io.signalbox.analytics.finops.CalendarWindow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts the end of a period from whole slots before: hours for a day, days for a week or month.
 * The interval is that of a sum of independent values whose mean and deviation are estimated
 * (Student); where each hour of the day or day of the week was seen often enough, by itself.
 */
public final class SpendForecast {
  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;
  private static final int FEWEST = 3; // slots without which nothing is said
  private static final double COVERAGE = 0.9;
  private static final int DECIMALS = 6;
  private static final MathContext DIGITS = MathContext.DECIMAL64;

  private final long slotMs;
  private final int season;

  private SpendForecast(CalendarWindow window) {
    this.slotMs = slotMs(window);
    this.season = window == CalendarWindow.DAY ? 24 : 7;
  }

  /** The slots that the periods of a budget are forecast from, in milliseconds. */
  static long slotMs(CalendarWindow window) {
    return window == CalendarWindow.DAY ? HOUR : DAY;
  }

  /**
   * The forecast for a period.
   *
   * @param period that lasts
   * @param history all periods of its budget up to it, in order
   * @param nowMs the time up to which uses are known, within the period, epoch milliseconds
   * @return null where fewer than three whole slots were seen
   */
  public static @Nullable Forecast of(
      BudgetPeriod period, Iterable<BudgetPeriod> history, long nowMs) {
    CalendarWindow window = period.budget().window();
    TreeMap<Long, BigDecimal> sums = new TreeMap<>();
    for (BudgetPeriod one : history) {
      for (Map.Entry<SpendKey, BigDecimal> spend : one.spend().spends().entrySet()) {
        long slot = Math.floorDiv(spend.getKey().atMs(), slotMs(window));
        sums.merge(slot, spend.getValue(), BigDecimal::add);
      }
    }
    return of(window, period.endMs(), period.spend().total(), sums, nowMs);
  }

  /**
   * The forecast for a period that lasts.
   *
   * @param endMs the first moment after it, epoch milliseconds
   * @param spent in it, in USD
   * @param sums what was spent in each slot since the epoch, in USD; those without are not there
   * @param nowMs as above
   */
  static @Nullable Forecast of(
      CalendarWindow window,
      long endMs,
      BigDecimal spent,
      SortedMap<Long, BigDecimal> sums,
      long nowMs) {
    return sums.isEmpty() ? null : new SpendForecast(window).forecast(endMs, spent, sums, nowMs);
  }

  private @Nullable Forecast forecast(
      long endMs, BigDecimal spent, SortedMap<Long, BigDecimal> sums, long nowMs) {
    long first = sums.firstKey();
    long current = Math.floorDiv(nowMs, slotMs);
    // the first is left out: nothing says that uses were recorded from its beginning
    Learned[] learned = learn(sums, first + 1, current);
    int slots = (int) Math.max(0, current - first - 1);
    if (slots < FEWEST) {
      return null;
    }
    BigDecimal[] left = left(current, endMs, nowMs);
    boolean seasonal = true;
    for (int i = 0; i < season; i++) {
      seasonal &= left[i].signum() == 0 || learned[i].count >= FEWEST;
    }
    return seasonal
        ? sum(spent, left, learned, slots, true)
        : sum(spent, pooled(left), new Learned[] {pool(learned)}, slots, false);
  }

  private Learned[] learn(Map<Long, BigDecimal> sums, long from, long until) {
    Learned[] learned = new Learned[season];
    for (int i = 0; i < season; i++) {
      learned[i] = new Learned();
    }
    for (long slot = from; slot < until; slot++) {
      learned[(int) Math.floorMod(slot, (long) season)].take(
          sums.getOrDefault(slot, BigDecimal.ZERO));
    }
    return learned;
  }

  /** How many slots of each kind are left, the rest of the current one among them. */
  private BigDecimal[] left(long current, long endMs, long nowMs) {
    BigDecimal[] left = new BigDecimal[season];
    Arrays.fill(left, BigDecimal.ZERO);
    long end = endMs / slotMs;
    for (long slot = current; slot < end; slot++) {
      long ms = slot == current ? (slot + 1) * slotMs - nowMs : slotMs;
      BigDecimal share = BigDecimal.valueOf(ms).divide(BigDecimal.valueOf(slotMs), DIGITS);
      left[(int) Math.floorMod(slot, (long) season)] =
          left[(int) Math.floorMod(slot, (long) season)].add(share);
    }
    return left;
  }

  private static BigDecimal[] pooled(BigDecimal[] left) {
    return new BigDecimal[] {Arrays.stream(left).reduce(BigDecimal.ZERO, BigDecimal::add)};
  }

  private static Learned pool(Learned[] kinds) {
    Learned all = new Learned();
    List.of(kinds).forEach(all::take);
    return all;
  }

  private static Forecast sum(
      BigDecimal spent, BigDecimal[] left, Learned[] learned, int slots, boolean seasonal) {
    BigDecimal more = BigDecimal.ZERO;
    BigDecimal variance = BigDecimal.ZERO;
    int freedom = 0;
    for (int i = 0; i < left.length; i++) {
      if (left[i].signum() > 0) {
        BigDecimal n = BigDecimal.valueOf(learned[i].count);
        more = more.add(left[i].multiply(learned[i].mean()));
        // of the values to come, and of the mean that is believed of all of them
        BigDecimal weight = left[i].add(left[i].multiply(left[i]).divide(n, DIGITS));
        variance = variance.add(weight.multiply(learned[i].variance()), DIGITS);
        freedom += learned[i].count - 1;
      }
    }
    BigDecimal width = BigDecimal.ZERO;
    if (freedom > 0) {
      double t = new TDistribution(freedom).inverseCumulativeProbability((1 + COVERAGE) / 2);
      width = variance.sqrt(DIGITS).multiply(BigDecimal.valueOf(t), DIGITS);
    }
    return new Forecast(
        rounded(spent.add(more)),
        rounded(spent.add(more).subtract(width).max(spent)),
        rounded(spent.add(more).add(width)),
        slots,
        seasonal);
  }

  private static BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  /** Slots of one kind. */
  private static final class Learned {
    private int count;
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal squares = BigDecimal.ZERO;

    void take(BigDecimal cost) {
      count++;
      sum = sum.add(cost);
      squares = squares.add(cost.multiply(cost));
    }

    void take(Learned other) {
      count += other.count;
      sum = sum.add(other.sum);
      squares = squares.add(other.squares);
    }

    BigDecimal mean() {
      return sum.divide(BigDecimal.valueOf(count), DIGITS);
    }

    BigDecimal variance() {
      if (count < 2) {
        return BigDecimal.ZERO;
      }
      BigDecimal n = BigDecimal.valueOf(count);
      BigDecimal spread = squares.multiply(n).subtract(sum.multiply(sum)); // exact: n² variances
      return spread.divide(n.multiply(BigDecimal.valueOf(count - 1L)), DIGITS);
    }
  }
}
