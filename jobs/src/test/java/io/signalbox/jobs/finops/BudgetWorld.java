// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.finops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.analytics.finops.Charge;
import io.signalbox.analytics.finops.Usage;
import io.signalbox.analytics.finops.budgets.Budget;
import io.signalbox.analytics.finops.budgets.BudgetBook;
import io.signalbox.analytics.finops.budgets.BudgetStatus;
import io.signalbox.analytics.finops.budgets.Cause;
import io.signalbox.analytics.finops.budgets.SpendKey;
import io.signalbox.patterns.finops.BudgetFile;
import io.signalbox.schemas.finops.BudgetAlert;
import io.signalbox.schemas.finops.BudgetState;
import io.signalbox.schemas.finops.HeldThresholds;
import io.signalbox.schemas.finops.TotalsJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Budgets of the usages of {@link UsageWorld}, and what the command tells of them. */
final class BudgetWorld {
  static final String YAML =
      """
      apiVersion: signalbox/v1
      kind: Budgets
      budgets:
        - name: everything
          window: day
          amount: 15
          children:
            - {name: team 1, scope: {team: team-1}, amount: 4}
            - {name: team 2, scope: {team: team-2}, amount: 1000}
        - {name: claude, window: week, scope: {model: claude}, amount: 20, thresholds: [10, 90]}
      """;

  /** All of them, each before those below it. */
  static final List<Budget> BUDGETS =
      new BudgetBook(BudgetFile.read("budgets", YAML).budgets()).budgets();

  private BudgetWorld() {}

  /** Where thresholds are reached of what usages cost in the end. */
  static List<String> expected(List<Charge> charges) {
    BudgetBook book = new BudgetBook(BudgetFile.read("budgets", YAML).budgets());
    for (Charge charge : charges) {
      Usage usage = charge.usage();
      book.add(
          SpendKey.of(usage),
          usage.owner(),
          charge.provider(),
          usage.model(),
          charge.asCorrected(),
          Cause.USE);
    }
    HeldThresholds held = new HeldThresholds();
    for (BudgetStatus status : BudgetStatus.of(book, Long.MIN_VALUE)) {
      Instant start = Instant.ofEpochMilli(status.startMs());
      status
          .crossings()
          .forEach(
              (percent, crossing) ->
                  held.add(
                      status.budget(),
                      start,
                      percent,
                      Instant.ofEpochMilli(crossing.key().atMs()),
                      crossing.key().id(),
                      TotalsJson.money(crossing.spent())));
    }
    assertTrue(held.lines().size() > 12, held.lines()::toString);
    return held.lines();
  }

  /** What holds of thresholds when all is told; each record must fit what was told before. */
  static List<String> holding(List<BudgetAlert> alerts) {
    HeldThresholds held = new HeldThresholds();
    alerts.forEach(held::add);
    assertEquals(List.of(), held.contradictions());
    return held.lines();
  }

  /** Those below a budget and what none of them has are together what it spent, at any time. */
  static void expectChildrenToSumToTheirParent(List<BudgetState> states) {
    Map<String, BigDecimal> spent = new HashMap<>();
    TreeMap<Instant, List<BudgetState>> minutes = new TreeMap<>();
    states.forEach(
        one -> minutes.computeIfAbsent(one.updatedAt(), at -> new ArrayList<>()).add(one));
    int parents = 0;
    for (List<BudgetState> told : minutes.values()) {
      told.forEach(one -> spent.put(one.startAt() + one.budget(), new BigDecimal(one.spent())));
      for (BudgetState one : told) {
        if (one.budget().equals("everything")) {
          BigDecimal sum = new BigDecimal(String.valueOf(one.unallocated()));
          for (String child : List.of("team 1", "team 2")) {
            sum = sum.add(spent.getOrDefault(one.startAt() + child, BigDecimal.ZERO));
          }
          assertEquals(0, sum.compareTo(new BigDecimal(one.spent())), one::toString);
          parents++;
        }
      }
    }
    assertTrue(parents > 0);
  }

  /** Nothing is told before its second is over. */
  static void expectNothingForeseen(List<BudgetAlert> alerts) {
    for (BudgetAlert alert : alerts) {
      Instant crossed = alert.crossedAt();
      assertTrue(crossed == null || alert.toldAt().isAfter(crossed), alert::toString);
    }
  }

  /** What usages in their order cross is told by the end of its second. */
  static void expectSomeWithinASecond(List<BudgetAlert> alerts) {
    assertTrue(
        alerts.stream()
            .anyMatch(
                alert ->
                    alert.crossedAt() != null
                        && alert.toldAt().isBefore(alert.crossedAt().plusSeconds(1))),
        "none was told in time");
  }
}
