// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Says of what class an incident is, who owns its cause, what it resembles and what to do about it.
 * What it says depends on the incident and the experience alone.
 *
 * @param taxonomy the classes
 * @param runbooks the catalogue
 */
public record Advisor(Taxonomy taxonomy, List<RunbookRule> runbooks) {
  private static final int MOST = 5;
  private static final Comparator<Recommendation> BEST =
      Comparator.comparingDouble(Recommendation::successRate)
          .reversed()
          .thenComparing(Recommendation::risk)
          .thenComparing(Recommendation::runbook);

  /** Keeps an unmodifiable copy. */
  public Advisor {
    runbooks = List.copyOf(runbooks);
  }

  /** True when there is a runbook of this id. */
  public boolean knows(String runbook) {
    return runbooks.stream().anyMatch(rule -> rule.runbook().id().equals(runbook));
  }

  /** The revision with all that is to be said of it; the experience remembers it. */
  public Incident advise(Incident incident, Experience experience) {
    if (incident.suspects().isEmpty()) {
      return incident.classified(Taxonomy.UNKNOWN);
    }
    Incident known = incident.classified(taxonomy.classify(incident));
    Incident advised =
        known.advised(
            experience.owners().get(known.suspects().get(0).node()),
            experience.past().like(PastIncident.of(known)),
            recommend(known, experience.outcomes()));
    experience.remember(advised);
    return advised;
  }

  private List<Recommendation> recommend(Incident incident, OutcomeLog outcomes) {
    return runbooks.stream()
        .filter(rule -> rule.when().test(incident))
        .map(rule -> recommendation(rule, incident, outcomes))
        .sorted(BEST)
        .limit(MOST)
        .toList();
  }

  private Recommendation recommendation(RunbookRule rule, Incident incident, OutcomeLog outcomes) {
    Runbook runbook = rule.runbook();
    Tally tally = outcomes.of(runbook.id());
    Predicate<Incident> applies =
        less -> rule.when().test(less.classified(taxonomy.classify(less)));
    return new Recommendation(
        runbook.id(),
        Wording.of(runbook.title(), incident),
        runbook.steps().stream().map(step -> fill(step, incident)).toList(),
        runbook.risk(),
        Wording.of(runbook.rollback(), incident),
        runbook.owner(),
        runbook.document(),
        Grounds.of(incident, applies),
        tally.successRate(runbook.prior()),
        tally.tried(),
        outcomes.of(incident.id(), runbook.id()));
  }

  private static RunbookStep fill(RunbookStep step, Incident incident) {
    return new RunbookStep(Wording.of(step.what(), incident), step.action());
  }
}
