// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.objectives.Indicator;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ImpactTest {
  private static Impact impact(double burntShare, long users, String euros) {
    TreeMap<String, BigDecimal> money = new TreeMap<>();
    money.put("EUR", new BigDecimal(euros));
    return new Impact(new TreeSet<>(List.of("a")), burntShare, users, money);
  }

  private static ObjectiveHit hit(String id, double burntShare, Long users, String money) {
    Indicator indicator = Indicator.AVAILABILITY;
    return new ObjectiveHit(
        id, "cart", null, indicator, "0.99", 9, 9, 9, 9, burntShare, 0, money, "EUR", users, false);
  }

  private static Incident hitting(ObjectiveHit... hits) {
    List<ObjectiveHit> all = List.of(hits);
    return new Told().incident().hitting(all, MoneyAtRisk.sum(all));
  }

  @Example
  void anObjectiveThatIsHitForTheFirstTimeIsNews() {
    assertTrue(impact(0.001, 0, "0").isNewsAfter(Impact.NONE));
    assertFalse(Impact.NONE.isNewsAfter(Impact.NONE));
    assertFalse(Impact.NONE.isNewsAfter(impact(0.5, 3, "2")));
  }

  @Example
  void aStepOfTheBudgetTwiceTheUsersAndTwiceTheMoneyAreNewsAndLessIsNot() {
    Impact told = impact(0.11, 10, "7.50");
    assertFalse(impact(0.249, 19, "14.99").isNewsAfter(told));
    assertTrue(impact(0.25, 10, "7.50").isNewsAfter(told));
    assertTrue(impact(0.11, 20, "7.50").isNewsAfter(told));
    assertTrue(impact(0.11, 10, "15").isNewsAfter(told));
    assertFalse(impact(9, 10, "7.50").isNewsAfter(impact(1, 10, "7.50")));
  }

  @Example
  void theSameUserMayStandBehindSeveralObjectivesAndMoneyIsSummed() {
    Impact of = Impact.of(hitting(hit("a", 0.3, 40L, "1.50"), hit("b", 0.1, 50L, "2")));
    assertEquals(
        new Impact(new TreeSet<>(List.of("a", "b")), 0.3, 50, impact(0, 0, "3.50").money()), of);
    assertEquals(Impact.NONE, Impact.of(hitting()));
  }

  @Example
  void inWordsItSaysWhatIsKnown() {
    assertEquals(
        new ImpactText("a, b", "30 % of the error budget of a", "50", "3.50 EUR"),
        ImpactText.of(hitting(hit("a", 0.3, 40L, "1.50"), hit("b", 0.1, 50L, "2"))));
    assertEquals(
        "1.2 % of the error budget of a; 50 users; 2 EUR at risk",
        ImpactText.of(hitting(hit("a", 0.012, 50L, "2"))).line());
    assertEquals(ImpactText.NONE, ImpactText.of(hitting()));
  }

  /**
   * Whatever it does in between, it doubles no more often than what is told fits below its peak.
   */
  @Property
  void newsIsBounded(@ForAll @Size(max = 300) List<@IntRange(max = 1_000) Integer> costs) {
    Impact told = Impact.NONE;
    int news = 0;
    for (int cost : costs) {
      Impact now = impact(cost / 500.0, cost, Integer.toString(cost));
      if (now.isNewsAfter(told)) {
        news++;
        told = told.orMore(now);
      }
    }
    assertTrue(news <= 1 + 10 + 4, news + " revisions");
  }
}
