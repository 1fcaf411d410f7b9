// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.Owner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Against a slow replay of everything, sorted, after every arrival. */
class BudgetPropertyTest {
  private static final long START = 1_759_276_800_000L; // 2025-10-01
  private static final long HOUR = 3_600_000L;
  private static final List<Budget> BUDGETS = List.of(budget("all", Map.of(), 400, child()));

  private static Budget child() {
    return budget("team-1", Map.of(Dimension.TEAM, "t1"), 150);
  }

  private static Budget budget(
      String name, Map<Dimension, String> scope, long amount, Budget... children) {
    return new Budget(
        name,
        scope,
        CalendarWindow.DAY,
        BigDecimal.valueOf(amount, 1),
        List.of(50, 80, 100),
        List.of(),
        List.of(children));
  }

  private record Row(int id, int revision, long atMs, String team, BigDecimal cost) {}

  @Property(tries = 300)
  void crossingsAreThoseOfASortedReplayAfterEveryArrival(@ForAll long seed) {
    Random random = new Random(seed);
    List<Row> rows = rows(random);
    BudgetBook book = new BudgetBook(BUDGETS);
    Map<String, String> told = new HashMap<>();
    Map<Integer, Row> latest = new HashMap<>();
    for (Row row : rows) {
      arrive(book, latest, row);
      book.tell(Long.MAX_VALUE, notice -> follow(told, notice));
      assertEquals(replay(latest), new TreeMap<>(told));
    }
    assertEquals(replay(latest), fold(latest.values().stream().toList(), random));
  }

  private static void arrive(BudgetBook book, Map<Integer, Row> latest, Row row) {
    Row old = latest.get(row.id);
    if (old == null || row.revision > old.revision) {
      if (old != null) {
        add(book, old, old.cost.negate(), Cause.REVISION);
      }
      add(book, row, row.cost, old == null ? Cause.USE : Cause.REVISION);
      latest.put(row.id, row);
    }
  }

  private static void add(BudgetBook book, Row row, BigDecimal delta, Cause cause) {
    Owner owner = new Owner("t", row.team, null, null, null, null);
    book.add(new SpendKey(row.atMs, "r" + row.id), owner, "p", "m", delta, cause);
  }

  /** The state that the notices tell of; each must fit what was told before. */
  private static void follow(Map<String, String> told, BudgetNotice notice) {
    String key = key(notice.budget(), notice.startMs(), notice.percent());
    Crossing before = notice.before();
    assertEquals(before == null ? null : text(before.key(), before.spent()), told.get(key));
    Crossing now = notice.crossing();
    assertEquals(now == null, notice.kind() == NoticeKind.WITHDRAWN);
    if (now == null) {
      told.remove(key);
    } else {
      told.put(key, text(now.key(), now.spent()));
    }
  }

  private static Map<String, String> fold(List<Row> rows, Random random) {
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    BudgetBook book = new BudgetBook(BUDGETS);
    shuffled.forEach(row -> add(book, row, row.cost, Cause.USE));
    Map<String, String> told = new TreeMap<>();
    book.tell(Long.MAX_VALUE, notice -> follow(told, notice));
    return told;
  }

  private static Map<String, String> replay(Map<Integer, Row> latest) {
    List<Row> sorted = new ArrayList<>(latest.values());
    sorted.sort(
        (a, b) -> a.atMs != b.atMs ? Long.compare(a.atMs, b.atMs) : name(a).compareTo(name(b)));
    Map<String, String> crossings = new TreeMap<>();
    for (Budget budget : List.of(BUDGETS.get(0), child())) {
      Map<Long, BigDecimal> spent = new HashMap<>();
      for (Row row : sorted) {
        long day = Math.floorDiv(row.atMs, 24 * HOUR) * 24 * HOUR;
        if (budget.scope().isEmpty() || row.team.equals("t1")) {
          BigDecimal sum = spent.merge(day, row.cost, BigDecimal::add);
          for (int percent : budget.thresholds()) {
            BigDecimal limit =
                budget.amount().multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
            if (sum.compareTo(limit) >= 0) {
              crossings.putIfAbsent(
                  key(budget, day, percent), text(new SpendKey(row.atMs, name(row)), sum));
            }
          }
        }
      }
    }
    return crossings;
  }

  private static String name(Row row) {
    return "r" + row.id;
  }

  private static String key(Budget budget, long startMs, int percent) {
    return budget.name() + " " + startMs + " " + percent;
  }

  private static String text(SpendKey key, BigDecimal spent) {
    return key.atMs() + " " + key.id() + " " + spent.stripTrailingZeros().toPlainString();
  }

  private static List<Row> rows(Random random) {
    List<Row> rows = new ArrayList<>();
    for (int id = 0; id < 40; id++) {
      long at = START + random.nextInt(72) * HOUR; // several at the same time
      String team = "t" + random.nextInt(3);
      Row row = new Row(id, 1, at, team, BigDecimal.valueOf(random.nextInt(90), 1));
      rows.add(row);
      if (random.nextInt(4) == 0) {
        long moved = random.nextBoolean() ? at : START + random.nextInt(72) * HOUR;
        rows.add(new Row(id, 2, moved, team, BigDecimal.valueOf(random.nextInt(90), 1)));
      }
    }
    Collections.shuffle(rows, random);
    return rows;
  }
}
