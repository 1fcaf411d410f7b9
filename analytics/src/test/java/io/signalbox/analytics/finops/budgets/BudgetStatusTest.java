// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.finops.budgets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.CalendarWindow;
import io.signalbox.analytics.finops.Dimension;
import io.signalbox.analytics.finops.Owner;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetStatusTest {
  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;
  private static final long MONDAY = Instant.parse("2025-09-01T00:00:00Z").toEpochMilli();

  private static Budget month(String amount, Budget... children) {
    return new Budget(
        "all",
        Map.of(),
        CalendarWindow.MONTH,
        new BigDecimal(amount),
        Budget.USUAL_THRESHOLDS,
        BurnRule.usual(CalendarWindow.MONTH),
        List.of(children));
  }

  private static void spend(BudgetBook book, long atMs, String team, String cost) {
    Owner owner = new Owner("t", team, null, null, null, null);
    book.add(new SpendKey(atMs, "r" + atMs), owner, "p", "m", new BigDecimal(cost), Cause.USE);
  }

  @Test
  void whatNoChildHasIsUnallocated() {
    Budget child =
        new Budget(
            "search",
            Map.of(Dimension.TEAM, "search"),
            CalendarWindow.MONTH,
            BigDecimal.TEN,
            List.of(100),
            List.of(),
            List.of());
    BudgetBook book = new BudgetBook(List.of(month("100", child)));
    spend(book, MONDAY, "search", "1.1");
    spend(book, MONDAY + 1, "other", "2.2");
    spend(book, MONDAY + 40 * DAY, "search", "7");
    List<BudgetStatus> all = BudgetStatus.of(book, MONDAY + 41 * DAY);
    assertEquals(4, all.size());
    assertEquals(new BigDecimal("2.2"), all.get(0).unallocated());
    assertEquals("all", all.get(2).parent());
    assertEquals(new BigDecimal("1.1"), all.get(2).asCorrected());
    assertEquals(new BigDecimal("0.033000"), all.get(0).share());
  }

  @Test
  void aCorrectedPriceShowsInOneLedgerAlone() {
    BudgetBook book = new BudgetBook(List.of(month("10")));
    spend(book, MONDAY, "a", "4");
    List<BudgetNotice> notices = new ArrayList<>();
    book.tell(MONDAY + DAY, notices::add);
    assertEquals(List.of(), notices);
    SpendKey key = new SpendKey(MONDAY, "r" + MONDAY);
    Owner owner = new Owner("t", "a", null, null, null, null);
    book.add(key, owner, "p", "m", new BigDecimal("4.5"), Cause.PRICE);
    book.tell(MONDAY + DAY, notices::add);
    assertEquals(2, notices.size());
    assertEquals(Cause.PRICE, notices.get(0).cause());
    BudgetStatus status = BudgetStatus.of(book, MONDAY + DAY).get(0);
    assertEquals(new BigDecimal("4"), status.asKnown().stripTrailingZeros());
    assertEquals(new BigDecimal("8.5"), status.asCorrected());
    assertEquals(List.of(50, 80), List.copyOf(status.crossings().keySet()));
    assertThrows(
        IllegalArgumentException.class,
        () -> book.add(key, owner, "p", "m", new BigDecimal("-9"), Cause.PRICE));
  }

  @Test
  void aThresholdIsToldWhenItsTimeIsCertainAndWithdrawnWhenItWasNotReached() {
    BudgetBook book = new BudgetBook(List.of(month("10")));
    spend(book, MONDAY + HOUR, "a", "6");
    List<BudgetNotice> notices = new ArrayList<>();
    book.tell(MONDAY, notices::add);
    assertEquals(0, notices.size());
    book.tell(MONDAY + HOUR, notices::add);
    assertEquals(NoticeKind.CROSSED, notices.get(0).kind());
    spend(book, MONDAY, "a", "1");
    book.tell(MONDAY + HOUR, notices::add);
    assertEquals(NoticeKind.MOVED, notices.get(1).kind()); // by the same use, with more spent
    spend(book, MONDAY + HOUR, "a", "-6");
    book.tell(MONDAY + HOUR, notices::add);
    assertEquals(NoticeKind.WITHDRAWN, notices.get(2).kind());
    book.tell(MONDAY + 2 * HOUR, notices::add);
    assertEquals(3, notices.size());
  }

  @Test
  void moneyThatGoesTooFastIsAnEpisode() {
    BudgetBook book = new BudgetBook(List.of(month("720"))); // one an hour
    for (int hour = 0; hour < 100; hour++) {
      spend(book, MONDAY + hour * HOUR, "a", hour == 50 ? "15" : "0.5");
    }
    Budget budget = book.budgets().get(0);
    List<BurnEpisode> burns = BurnWatch.episodes(budget, book.periods(budget));
    assertEquals(1, burns.size());
    assertEquals(0, burns.get(0).rule().rate().compareTo(new BigDecimal("14.4")));
    assertEquals(MONDAY + 50 * HOUR, burns.get(0).fromMs());
    assertEquals(MONDAY + 50 * HOUR, burns.get(0).toMs());
    assertFalse(BudgetStatus.of(book, MONDAY + 100 * HOUR).get(0).burning());
    spend(book, MONDAY + 50 * HOUR + 4 * 60_000, "a", "0.1");
    spend(book, MONDAY + 50 * HOUR + 9 * 60_000, "a", "0.1"); // the short window has passed
    assertEquals(1, BurnWatch.episodes(budget, book.periods(budget)).size());
    long during = MONDAY + 50 * HOUR + 6 * 60_000;
    assertTrue(BudgetStatus.of(book, during).get(0).burning());
  }

  @Test
  void aSteadySpenderIsForecastWithoutDoubtAndAWeekdaySpenderByWeekdays() {
    BudgetBook steady = new BudgetBook(List.of(month("1000")));
    BudgetBook weekdays = new BudgetBook(List.of(month("1000")));
    for (int day = 0; day < 40; day++) { // until Friday, the 10th of October
      spend(steady, MONDAY + day * DAY, "a", "10");
      spend(weekdays, MONDAY + day * DAY, "a", day % 7 < 5 ? "10" : "1");
    }
    long now = MONDAY + 40 * DAY;
    Forecast even = BudgetStatus.of(steady, now).get(1).forecast();
    assertNotNull(even);
    assertEquals(0, even.expected().compareTo(new BigDecimal("310")));
    assertEquals(even.lower(), even.upper());
    Forecast weekly = BudgetStatus.of(weekdays, now).get(1).forecast();
    assertNotNull(weekly);
    assertTrue(weekly.seasonal());
    assertEquals(0, weekly.expected().compareTo(new BigDecimal("238"))); // 23 days of 10, 8 of 1
    assertNull(BudgetStatus.of(weekdays, now).get(0).forecast()); // September is over
  }

  @Test
  void withTooLittleBeforeNothingIsForecast() {
    BudgetBook book = new BudgetBook(List.of(month("1000")));
    spend(book, MONDAY, "a", "10");
    spend(book, MONDAY + 3 * DAY, "a", "10");
    assertNull(BudgetStatus.of(book, MONDAY + 3 * DAY + HOUR).get(0).forecast());
    assertNotNull(BudgetStatus.of(book, MONDAY + 4 * DAY).get(0).forecast());
  }

  @Test
  void periodsFollowTheCalendarInUtc() {
    long at = Instant.parse("2024-02-29T23:59:59.999Z").toEpochMilli();
    assertEquals(
        "2024-03-01T00:00:00Z", Instant.ofEpochMilli(CalendarWindow.DAY.end(at)).toString());
    assertEquals(
        "2024-02-26T00:00:00Z", Instant.ofEpochMilli(CalendarWindow.WEEK.start(at)).toString());
    assertEquals(
        "2024-03-01T00:00:00Z", Instant.ofEpochMilli(CalendarWindow.MONTH.end(at)).toString());
    assertEquals(3, BurnRule.usual(CalendarWindow.MONTH).size());
    assertEquals(1, BurnRule.usual(CalendarWindow.DAY).size());
  }
}
