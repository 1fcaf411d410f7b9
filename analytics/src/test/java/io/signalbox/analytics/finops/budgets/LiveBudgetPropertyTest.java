// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Owner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Against the book of the command, and against a slow replay of everything, sorted. */
class LiveBudgetPropertyTest {
  private static final long START = 1_759_276_800_000L; // 2025-10-01
  private static final long SECOND = 1000;
  private static final long DAY = 86_400_000L;
  private static final Owner OWNER = new Owner("t", null, null, null, null, null);
  private static final Budget BUDGET =
      new Budget(
          "all",
          Map.of(),
          CalendarWindow.DAY,
          new BigDecimal("40"),
          List.of(50, 80, 100),
          List.of(
              new BurnRule(new BigDecimal("4"), 3_600_000, 300_500),
              new BurnRule(new BigDecimal("2"), 4 * 3_600_000, 1_800_000)),
          List.of());

  /** Uses of four days in bursts, each told in its own second. */
  private static SortedMap<Long, List<BudgetSpend>> inTime(Random random) {
    SortedMap<Long, List<BudgetSpend>> told = new TreeMap<>();
    long at = START;
    for (int id = 0; at < START + 4 * DAY; id++) {
      BigDecimal cost = BigDecimal.valueOf(random.nextInt(3000), 3);
      put(told, at, spend(at, at, id, cost, BigDecimal.ZERO, Cause.USE));
      at += random.nextInt(8) == 0 ? random.nextInt(6 * 3_600_000) : random.nextInt(200_000) / 9;
    }
    return told;
  }

  /** Some come late, are revised, or a price turns out otherwise. */
  private static SortedMap<Long, List<BudgetSpend>> anyTime(Random random) {
    SortedMap<Long, List<BudgetSpend>> told = new TreeMap<>();
    inTime(random).values().forEach(some -> some.forEach(use -> deliver(use, random, told)));
    return told;
  }

  private static void deliver(
      BudgetSpend use, Random random, SortedMap<Long, List<BudgetSpend>> told) {
    long at = use.key().atMs() + (random.nextInt(5) == 0 ? random.nextInt((int) (2 * DAY)) : 0);
    int id = Integer.parseInt(use.key().id().substring(1));
    put(told, at, spend(at, use.key().atMs(), id, use.known(), BigDecimal.ZERO, Cause.USE));
    if (random.nextInt(6) != 0) {
      return;
    }
    at += random.nextInt((int) DAY);
    BigDecimal other = BigDecimal.valueOf(random.nextInt(4000), 3);
    if (random.nextBoolean()) {
      BigDecimal correction = other.subtract(use.known());
      put(told, at, spend(at, use.key().atMs(), id, BigDecimal.ZERO, correction, Cause.PRICE));
    } else {
      long moved = random.nextBoolean() ? use.key().atMs() : START + random.nextInt((int) DAY);
      BigDecimal back = use.known().negate();
      put(told, at, spend(at, use.key().atMs(), id, back, BigDecimal.ZERO, Cause.REVISION));
      put(told, at, spend(at, moved, id, other, BigDecimal.ZERO, Cause.USE));
    }
  }

  private static BudgetSpend spend(
      long toldMs, long atMs, int id, BigDecimal known, BigDecimal correction, Cause cause) {
    return new BudgetSpend(
        "all", toldMs, new SpendKey(atMs, "r" + id), known, correction, cause, false);
  }

  private static void put(SortedMap<Long, List<BudgetSpend>> told, long atMs, BudgetSpend one) {
    told.computeIfAbsent(Math.floorDiv(atMs, SECOND) * SECOND, at -> new ArrayList<>()).add(one);
  }

  @Property(tries = 60)
  void whateverComesWhenThresholdsAreThoseOfASortedReplay(@ForAll long seed) {
    Random random = new Random(seed);
    TreeMap<SpendKey, BigDecimal> known = new TreeMap<>();
    Map<String, Crossing> holds = new TreeMap<>();
    Followed followed = new Followed(BUDGET);
    anyTime(random)
        .forEach(
            (second, some) -> {
              some.forEach(one -> known.merge(one.key(), one.all(), BigDecimal::add));
              int before = followed.notices.size();
              assertEquals(0, followed.second(second, some));
              followed
                  .notices
                  .subList(before, followed.notices.size())
                  .forEach(notice -> follow(holds, notice));
              followed.cut(random);
              assertEquals(replay(known), holds);
            });
    assertTrue(followed.notices.size() > 3, "notices " + followed.notices.size());
  }

  /** The state that the notices tell of; each must fit what was told before. */
  private static void follow(Map<String, Crossing> holds, BudgetNotice notice) {
    String key = notice.startMs() + " " + notice.percent();
    assertEquals(notice.before(), holds.get(key));
    if (notice.crossing() == null) {
      holds.remove(key);
    } else {
      holds.put(key, notice.crossing());
    }
  }

  private static Map<String, Crossing> replay(SortedMap<SpendKey, BigDecimal> known) {
    Map<String, Crossing> crossings = new TreeMap<>();
    Map<Long, BigDecimal> spent = new TreeMap<>();
    known.forEach(
        (key, cost) -> {
          long day = Math.floorDiv(key.atMs(), DAY) * DAY;
          BigDecimal sum = spent.merge(day, cost, BigDecimal::add);
          for (int percent : BUDGET.thresholds()) {
            if (sum.compareTo(new BigDecimal("0.4").multiply(BigDecimal.valueOf(percent))) >= 0) {
              crossings.putIfAbsent(day + " " + percent, new Crossing(key, sum));
            }
          }
        });
    return crossings;
  }

  @Property(tries = 60)
  void inTimeItTellsWhatTheBookTellsWithinASecond(@ForAll long seed) {
    Random random = new Random(seed);
    BudgetBook book = new BudgetBook(List.of(BUDGET));
    List<BudgetNotice> expected = new ArrayList<>();
    Followed followed = new Followed(BUDGET);
    for (Map.Entry<Long, List<BudgetSpend>> one : inTime(random).entrySet()) {
      int known = followed.states.size();
      followed.advance(one.getKey());
      for (int i = known; i < followed.states.size(); i++) { // as the book is before this second
        BudgetStatus state = followed.states.get(i);
        assertEquals(inBook(book, state, followed.stateMs.get(i)), Followed.text(state));
      }
      for (BudgetSpend use : one.getValue()) {
        book.add(use.key(), OWNER, "p", "m", use.all(), Cause.USE);
      }
      book.tell(Long.MAX_VALUE, expected::add);
      followed.second(one.getKey(), one.getValue());
      followed.cut(random);
    }
    assertEquals(expected, followed.notices);
    for (int i = 0; i < expected.size(); i++) {
      Crossing crossing = followed.notices.get(i).crossing();
      long delayMs = followed.foundMs.get(i) - (crossing == null ? 0 : crossing.key().atMs());
      assertTrue(delayMs >= 0 && delayMs < SECOND, "told after " + delayMs);
    }
    followed.advance(START + 30 * DAY);
    List<BurnEpisode> episodes = BurnWatch.episodes(BUDGET, book.periods(BUDGET));
    assertEquals(sorted(episodes), sorted(followed.over));
    assertEquals(starts(episodes), starts(followed.burns));
  }

  private static String inBook(BudgetBook book, BudgetStatus like, long nowMs) {
    return BudgetStatus.of(book, nowMs).stream()
        .filter(one -> one.startMs() == like.startMs())
        .map(Followed::text)
        .findFirst()
        .orElse("none");
  }

  private static List<String> sorted(List<BurnEpisode> episodes) {
    return episodes.stream().map(BurnEpisode::toString).sorted().toList();
  }

  private static List<String> starts(List<BurnEpisode> episodes) {
    return episodes.stream().map(one -> one.rule() + " " + one.fromMs()).sorted().toList();
  }

  @Property(tries = 40)
  void cutsAndTheOrderWithinASecondChangeNothing(@ForAll long seed) {
    SortedMap<Long, List<BudgetSpend>> told = anyTime(new Random(seed));
    Followed whole = new Followed(BUDGET);
    told.forEach(whole::second);
    Random random = new Random(seed + 1);
    Followed cut = new Followed(BUDGET);
    told.forEach(
        (second, some) -> {
          List<BudgetSpend> shuffled = new ArrayList<>(some);
          Collections.shuffle(shuffled, random);
          cut.second(second, shuffled);
          cut.cut(random);
        });
    for (int i = 0; i < whole.told.size(); i++) {
      assertEquals(whole.told.get(i), cut.told.get(i));
    }
    assertEquals(whole.told.size(), cut.told.size());
    assertEquals(whole.stored, cut.stored);
    cut.advance(START + 60 * DAY);
    assertTrue(cut.isOver());
    assertEquals(Map.of(), cut.stored);
  }
}
