// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import io.signalbox.analytics.finops.Owner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Keeps the periods of all budgets. A use counts for a budget and for those above it in the period
 * of its own time, whenever it is told; thresholds are reached in the order of event time.
 */
public final class BudgetBook {
  private final List<Line> roots = new ArrayList<>();
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private final TreeSet<BudgetPeriod> unsettled =
      new TreeSet<>(
          Comparator.comparingLong(BudgetPeriod::startMs)
              .thenComparing(period -> period.budget().name()));

  /** A book of budgets and those below them. */
  public BudgetBook(List<Budget> budgets) {
    budgets.forEach(budget -> roots.add(open(budget)));
  }

  private Line open(Budget budget) {
    Line line = new Line(budget);
    lines.put(budget.name(), line);
    budget.children().forEach(child -> line.children.add(open(child)));
    return line;
  }

  /**
   * Adds to what a use cost, or takes back of it.
   *
   * @param key of the use
   * @param owner for whom it was
   * @param provider who charges
   * @param model which answered
   * @param delta in USD
   * @param cause why
   */
  public void add(
      SpendKey key, Owner owner, String provider, String model, BigDecimal delta, Cause cause) {
    if (delta.signum() != 0) {
      add(roots, key, new Use(owner, provider, model), delta, cause);
    }
  }

  private void add(List<Line> some, SpendKey key, Use use, BigDecimal delta, Cause cause) {
    for (Line line : some) {
      if (line.budget.covers(use.owner, use.provider, use.model)) {
        BudgetPeriod period = line.period(key.atMs());
        period.add(key, delta, cause);
        unsettled.add(period);
        add(line.children, key, use, delta, cause);
      }
    }
  }

  /**
   * Tells what became certain.
   *
   * @param untilMs event time up to which uses are known, epoch milliseconds; what comes later than
   *     that and changes what was told is told as a correction
   */
  public void tell(long untilMs, Consumer<BudgetNotice> to) {
    unsettled.removeIf(period -> !period.tell(untilMs, to));
  }

  /** The budgets, each before those below it. */
  public List<Budget> budgets() {
    return lines.values().stream().map(line -> line.budget).toList();
  }

  /** The periods of a budget in which something was spent, or was at some time, in order. */
  public Collection<BudgetPeriod> periods(Budget budget) {
    Line line = lines.get(budget.name());
    return line == null ? List.of() : Collections.unmodifiableCollection(line.periods.values());
  }

  private record Use(Owner owner, String provider, String model) {}

  private static final class Line {
    private final Budget budget;
    private final List<Line> children = new ArrayList<>();
    private final TreeMap<Long, BudgetPeriod> periods = new TreeMap<>();

    Line(Budget budget) {
      this.budget = budget;
    }

    BudgetPeriod period(long atMs) {
      Map.Entry<Long, BudgetPeriod> last = periods.floorEntry(atMs);
      return last != null && atMs < last.getValue().endMs()
          ? last.getValue()
          : periods.computeIfAbsent(
              budget.window().start(atMs), start -> new BudgetPeriod(budget, start));
    }
  }
}
