// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an incident costs as a whole.
 *
 * @param objectives ids of those it has hit
 * @param burntShare share of its error budget that the most burnt of them has lost by the incident;
 *     0 when none is hit, more than 1 is more than all
 * @param users hit by the objective that hits most of them, since the same user may stand behind
 *     several; 0 where nobody knows
 * @param money at risk by currency
 */
public record Impact(
    SortedSet<String> objectives,
    double burntShare,
    long users,
    SortedMap<String, BigDecimal> money) {
  /** No objective is hit. */
  public static final Impact NONE =
      new Impact(Collections.emptySortedSet(), 0, 0, Collections.emptySortedMap());

  /** Shares of an error budget at which people want to hear of it again. */
  private static final double[] STEPS = {0.1, 0.25, 0.5, 1};

  private static final BigDecimal TWICE = BigDecimal.valueOf(2);

  /** What a revision says it costs. */
  public static Impact of(Incident incident) {
    TreeSet<String> objectives = new TreeSet<>();
    double burntShare = 0;
    long users = 0;
    for (ObjectiveHit hit : incident.objectives()) {
      objectives.add(hit.objective());
      burntShare = Math.max(burntShare, hit.burntShare());
      users = Math.max(users, hit.users() == null ? 0 : hit.users());
    }
    TreeMap<String, BigDecimal> money = new TreeMap<>();
    incident.moneyAtRisk().forEach(one -> money.put(one.currency(), new BigDecimal(one.amount())));
    return new Impact(objectives, burntShare, users, money);
  }

  /** The greater of each figure of both. */
  Impact orMore(Impact other) {
    TreeSet<String> both = new TreeSet<>(objectives);
    both.addAll(other.objectives);
    TreeMap<String, BigDecimal> most = new TreeMap<>(money);
    other.money.forEach((currency, amount) -> most.merge(currency, amount, BigDecimal::max));
    return new Impact(
        both, Math.max(burntShare, other.burntShare), Math.max(users, other.users), most);
  }

  /**
   * True when a person should hear of the difference to what was told: another objective is hit, a
   * tenth, a quarter, half or all of an error budget is gone, or users or money are twice as many.
   */
  boolean isNewsAfter(Impact told) {
    return !told.objectives.containsAll(objectives)
        || step(burntShare) > step(told.burntShare)
        || (users > 0 && users >= 2 * told.users)
        || money.entrySet().stream().anyMatch(one -> isTwice(one, told));
  }

  private static boolean isTwice(Map.Entry<String, BigDecimal> one, Impact told) {
    BigDecimal before = told.money.getOrDefault(one.getKey(), BigDecimal.ZERO);
    return one.getValue().signum() > 0 && one.getValue().compareTo(before.multiply(TWICE)) >= 0;
  }

  private static int step(double burntShare) {
    int step = 0;
    while (step < STEPS.length && burntShare >= STEPS[step]) {
      step++;
    }
    return step;
  }
}
