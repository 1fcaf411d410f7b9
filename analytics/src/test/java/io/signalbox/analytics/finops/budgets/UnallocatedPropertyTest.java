// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.Owner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** What no budget below has, of budgets that are followed each by itself. */
class UnallocatedPropertyTest {
  private static final long START = 1_759_276_800_000L; // 2025-10-01
  private static final long DAY = 86_400_000L;
  private static final List<Budget> CHILDREN =
      List.of(
          budget("one", Map.of(Dimension.TEAM, "one"), List.of()),
          budget("two", Map.of(Dimension.TEAM, "two"), List.of()));
  private static final Budget PARENT = budget("all", Map.of(), CHILDREN);

  private static Budget budget(String name, Map<Dimension, String> scope, List<Budget> children) {
    BigDecimal amount = BigDecimal.valueOf(40);
    return new Budget(
        name, scope, CalendarWindow.DAY, amount, List.of(50, 100), List.of(), children);
  }

  private static Owner owner(int team) {
    return new Owner(null, List.of("one", "two", "three").get(team), null, null, null, null);
  }

  /** A use that is told to a budget, if it counts there. */
  private record Use(long toldMs, SpendKey key, Owner owner, BigDecimal cost, Cause cause) {
    void tell(Budget budget, SortedMap<Long, List<BudgetSpend>> to) {
      if (budget.covers(owner, "p", "m")) {
        boolean below = budget.children().stream().anyMatch(one -> one.covers(owner, "p", "m"));
        BigDecimal none = BigDecimal.ZERO;
        to.computeIfAbsent(toldMs, at -> new ArrayList<>())
            .add(new BudgetSpend(budget.name(), toldMs, key, cost, none, cause, below));
      }
    }
  }

  /** Uses of three days; some are revised later, and then may be of another team. */
  private static List<Use> uses(Random random) {
    List<Use> uses = new ArrayList<>();
    for (int id = 0; id < 200; id++) {
      long at = START + random.nextInt((int) (3 * DAY)) / 1000 * 1000L;
      SpendKey key = new SpendKey(at, "r" + id);
      Owner owner = owner(random.nextInt(3));
      BigDecimal cost = BigDecimal.valueOf(1 + random.nextInt(3000), 3);
      uses.add(new Use(at, key, owner, cost, Cause.USE));
      if (random.nextInt(4) == 0) {
        long later = at + random.nextInt((int) DAY) / 1000 * 1000L;
        BigDecimal other = BigDecimal.valueOf(1 + random.nextInt(3000), 3);
        uses.add(new Use(later, key, owner, cost.negate(), Cause.REVISION));
        uses.add(new Use(later, key, owner(random.nextInt(3)), other, Cause.USE));
      }
    }
    return uses;
  }

  /** The last state of each period. */
  private static Map<Long, BudgetStatus> states(Budget budget, List<Use> uses, Random random) {
    SortedMap<Long, List<BudgetSpend>> told = new TreeMap<>();
    uses.forEach(use -> use.tell(budget, told));
    Followed followed = new Followed(budget);
    told.forEach(
        (second, some) -> {
          followed.second(second, some);
          followed.cut(random);
        });
    followed.advance(START + 6 * DAY);
    Map<Long, BudgetStatus> last = new TreeMap<>();
    followed.states.forEach(state -> last.put(state.startMs(), state));
    return last;
  }

  @Property(tries = 60)
  void childrenAndWhatNoneOfThemHasSumToTheirParentAsInTheBook(@ForAll long seed) {
    Random random = new Random(seed);
    List<Use> uses = uses(random);
    BudgetBook book = new BudgetBook(List.of(PARENT));
    uses.forEach(use -> book.add(use.key, use.owner, "p", "m", use.cost, use.cause));
    Map<Long, BudgetStatus> parents = states(PARENT, uses, random);
    Map<Long, BigDecimal> left = new TreeMap<>();
    parents.forEach((start, state) -> left.put(start, state.asCorrected()));
    for (Budget child : CHILDREN) {
      states(child, uses, random)
          .forEach((start, state) -> left.merge(start, state.asCorrected(), BigDecimal::subtract));
    }
    parents.forEach((start, state) -> assertAlike(left.get(start), state.unallocated()));
    for (BudgetStatus one : BudgetStatus.of(book, START)) {
      if (one.budget().equals("all")) {
        BudgetStatus state = parents.get(one.startMs());
        assertNotNull(state);
        assertAlike(one.unallocated(), state.unallocated());
      }
    }
  }

  private static void assertAlike(@Nullable BigDecimal expected, @Nullable BigDecimal found) {
    assertNotNull(expected);
    assertNotNull(found);
    assertEquals(0, expected.compareTo(found), expected + " and " + found);
  }

  @Example
  void whereSomeOfItWasNeverCountedItIsNotKnown() {
    SpendKey key = new SpendKey(START, "r");
    Use counted = new Use(START, new SpendKey(START, "s"), owner(2), BigDecimal.ONE, Cause.USE);
    Use unknown = new Use(START, key, owner(2), BigDecimal.TEN.negate(), Cause.REVISION);
    Random random = new Random(1);
    BudgetStatus before = states(PARENT, List.of(counted), random).get(START);
    BudgetStatus after = states(PARENT, List.of(counted, unknown), random).get(START);
    assertNotNull(before);
    assertAlike(BigDecimal.ONE, before.unallocated());
    assertNotNull(after);
    assertNull(after.unallocated());
  }
}
