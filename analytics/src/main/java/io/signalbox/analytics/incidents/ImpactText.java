// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.stream.Collectors;

/**
 * What an incident costs in words, as pagers and terminals show it. A part is empty where nothing
 * is known.
 *
 * @param objectives ids of those it has hit, the most burnt first
 * @param budgetBurnt how much of which error budget is gone by it
 * @param usersHit how many users
 * @param moneyAtRisk amounts with their currency
 */
public record ImpactText(
    String objectives, String budgetBurnt, String usersHit, String moneyAtRisk) {
  /** Of an incident that hits no objective. */
  public static final ImpactText NONE = new ImpactText("", "", "", "");

  /** What a revision says it costs. */
  public static ImpactText of(Incident incident) {
    if (incident.objectives().isEmpty()) {
      return NONE;
    }
    ObjectiveHit worst = incident.objectives().get(0);
    long users = Impact.of(incident).users();
    return new ImpactText(
        incident.objectives().stream()
            .map(ObjectiveHit::objective)
            .collect(Collectors.joining(", ")),
        Figures.percent(worst.burntShare()) + " of the error budget of " + worst.objective(),
        users == 0 ? "" : Long.toString(users),
        incident.moneyAtRisk().stream()
            .map(money -> money.amount() + " " + money.currency())
            .collect(Collectors.joining(" and ")));
  }

  /** All of it in a line; empty when no objective is hit. */
  public String line() {
    String money = moneyAtRisk.isEmpty() ? "" : "; " + moneyAtRisk + " at risk";
    return budgetBurnt + (usersHit.isEmpty() ? "" : "; " + usersHit + " users") + money;
  }
}
