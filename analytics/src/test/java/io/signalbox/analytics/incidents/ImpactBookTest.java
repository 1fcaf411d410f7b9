// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.objectives.Indicator;
import io.signalbox.analytics.objectives.Objective;
import io.signalbox.analytics.objectives.ObjectiveWindow;
import io.signalbox.analytics.objectives.Objectives;
import io.signalbox.analytics.objectives.Worth;
import io.signalbox.analytics.signals.DistinctSketch;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImpactBookTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final TreeSet<Long> NONE_OPEN = new TreeSet<>();

  private static Objective objective(String id, String service, @Nullable Worth worth) {
    return new Objective(
        id,
        "prod",
        service,
        null,
        Indicator.AVAILABILITY,
        0,
        new BigDecimal("0.999"),
        Duration.ofDays(28),
        worth,
        new BigDecimal("0.25"));
  }

  private static Worth worth(String amount, Worth.Per per) {
    return new Worth(new BigDecimal(amount), "EUR", per);
  }

  private static ObjectiveWindow window(String id, int tens, long requests, long bad) {
    Instant start = NOON.plusSeconds(10L * tens);
    return new ObjectiveWindow("prod", id, start, start.plusSeconds(10), requests, bad);
  }

  /**
   * Three hours of a thousand requests each ten seconds of which one fails, then a minute of it.
   */
  private static ImpactBook minuteOfFailures(Objectives named, String id, long bad) {
    ImpactBook book = new ImpactBook();
    for (int tens = -1080; tens < 0; tens++) {
      book.hear(window(id, tens, 1_000, tens % 2 == 0 ? 1 : 0), named, NONE_OPEN);
    }
    for (int tens = 0; tens < 6; tens++) {
      book.hear(window(id, tens, 1_000, bad), named, NONE_OPEN);
    }
    return book;
  }

  private static Incident incident(String... services) {
    return new Told()
        .about("cart", services)
        .between(NOON.plusSeconds(3), NOON.plusSeconds(60))
        .incident();
  }

  @Test
  void anObjectiveThatIsMissedSinceAnIncidentBeganIsTold() {
    Objectives named =
        new Objectives(List.of(objective("a", "cart", worth("1.20", Worth.Per.REQUEST))));
    Incident told = minuteOfFailures(named, "a", 500).assess(incident("cart", "web"), named);

    ObjectiveHit hit = told.objectives().get(0);
    assertEquals(List.of(6_000L, 3_000L), List.of(hit.requests(), hit.bad()));
    assertEquals(3_000 - 3, hit.aboveUsual());
    // 1,086,000 requests in 1,086 windows, of 241,920 in four weeks, of which 0.1 % may fail
    assertEquals(241_920, hit.budget());
    assertEquals(3_000.0 / 241_920, hit.burntShare());
    assertEquals(1 - 3_540.0 / 241_920, hit.leftShare());
    assertEquals("3596.40", hit.moneyAtRisk());
    assertEquals(749, hit.users());
    assertEquals(List.of(new MoneyAtRisk("EUR", "3596.40")), told.moneyAtRisk());
  }

  @Test
  void whatIsWorthSomethingByTheHourIsLostInTheTimeInWhichItIsMissed() {
    Objectives named =
        new Objectives(List.of(objective("a", "cart", worth("1000", Worth.Per.HOUR))));
    Incident told = minuteOfFailures(named, "a", 2).assess(incident("cart"), named);
    assertEquals("16.666667", told.objectives().get(0).moneyAtRisk());
  }

  @Test
  void sumsOfMoneyAreByCurrencyAndTheMostBurntComesFirst() {
    Objectives named =
        new Objectives(
            List.of(
                objective("a", "cart", worth("0.10", Worth.Per.REQUEST)),
                objective("b", "web", worth("2", Worth.Per.REQUEST)),
                objective("c", "web", new Worth(BigDecimal.ONE, "USD", Worth.Per.REQUEST))));
    ImpactBook book = minuteOfFailures(named, "a", 11);
    minuteOfFailures(named, "b", 12).ledgers().forEach(book::put);
    minuteOfFailures(named, "c", 12).ledgers().forEach(book::put);
    Incident told = book.assess(incident("cart", "web"), named);
    assertEquals(
        List.of("b", "c", "a"), told.objectives().stream().map(ObjectiveHit::objective).toList());
    assertEquals(
        List.of(new MoneyAtRisk("EUR", "144.30"), new MoneyAtRisk("USD", "69")),
        told.moneyAtRisk());
  }

  @Test
  void anOpenIncidentThatHasNotToldWhatItCostsIsNewsAndOneThatIsOverIsNot() {
    Objectives named = new Objectives(List.of(objective("a", "cart", null)));
    ImpactBook book = minuteOfFailures(named, "a", 500);
    Instant now = NOON.plusSeconds(60);
    Incident open = incident("cart");
    OpenIncident silent = new OpenIncident(open, 0, Impact.NONE);
    assertTrue(book.isNews(silent, now, named));
    OpenIncident told = silent.telling(Impact.of(book.assess(open, named)));
    assertFalse(book.isNews(told, now, named));
    Incident over = Revisions.resolve(open, NOON.toEpochMilli(), now.toEpochMilli());
    assertFalse(book.isNews(silent.with(over), now, named));
  }

  @Test
  void anObjectiveThatHoldsOrIsOfAnotherServiceOrNobodysIsNotTold() {
    Objectives named = new Objectives(List.of(objective("a", "cart", null)));
    Incident plain = incident("cart");
    assertSame(plain, minuteOfFailures(named, "a", 1).assess(plain, named));
    Incident other = incident("web");
    assertSame(other, minuteOfFailures(named, "a", 500).assess(other, named));
    ImpactBook book = minuteOfFailures(named, "a", 500);
    assertSame(plain, book.assess(plain, Objectives.NONE));
    book.keep(Objectives.NONE);
    assertTrue(book.isEmpty());
  }

  @Test
  void whatCameAfterTheEndOfAnIncidentIsNotPutDownToIt() {
    Objectives named = new Objectives(List.of(objective("a", "cart", null)));
    ImpactBook book = minuteOfFailures(named, "a", 500);
    Incident over =
        Revisions.resolve(
            incident("cart"),
            NOON.plusSeconds(18).toEpochMilli(),
            NOON.plusSeconds(110).toEpochMilli());
    assertEquals(1_000, book.assess(over, named).objectives().get(0).bad());
  }

  @Test
  void usersWhoSayWhoTheyAreAreCountedAndNotEstimated() {
    Objectives named = new Objectives(List.of(objective("a", "cart", null)));
    ImpactBook book = minuteOfFailures(named, "a", 500);
    assertFalse(book.assess(incident("cart"), named).objectives().get(0).usersCounted());
    String users = DistinctSketch.EMPTY.plus(1L << 60).plus(9L << 60).toText();
    Instant start = NOON.plusSeconds(50);
    book.hear(
        new ObjectiveWindow("prod", "a", start, start.plusSeconds(10), 100, 50, users),
        named,
        NONE_OPEN);
    ObjectiveHit hit = book.assess(incident("cart"), named).objectives().get(0);
    assertEquals(2, hit.users());
    assertTrue(hit.usersCounted());
  }

  @Test
  void whereNothingIsKnownBeforeAsManyAsMayFailAreTheUsual() {
    Objectives named = new Objectives(List.of(objective("a", "cart", null)));
    ImpactBook book = new ImpactBook();
    book.hear(window("a", 0, 10_000, 100), named, NONE_OPEN);
    ObjectiveHit hit = book.assess(incident("cart"), named).objectives().get(0);
    assertEquals(90, hit.aboveUsual());
    assertTrue(hit.leftShare() > 0.99);
  }
}
