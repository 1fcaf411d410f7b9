// SPDX-License-Identifier: Apache-2.0
package io.signalbox.analytics.incidents;

import io.signalbox.analytics.signals.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds what a conclusion about an incident rests on: of the evidence against the first suspect,
 * the changes and what it costs a smallest part for which it still holds, the strongest evidence
 * kept longest. Without any one of these it would not hold.
 */
final class Grounds {
  private Incident incident;
  private final Predicate<Incident> holds;
  private List<Evidence> evidence;
  private List<Change> changes;

  private Grounds(Incident incident, Predicate<Incident> holds) {
    this.incident = incident;
    this.holds = holds;
    this.evidence = incident.suspects().get(0).evidence();
    this.changes = incident.changes();
  }

  /**
   * What a conclusion rests on, in sentences; when it needs no evidence, what shows the trouble.
   *
   * @param holds whether the conclusion holds for an incident with less evidence
   */
  static List<String> of(Incident incident, Predicate<Incident> holds) {
    Grounds grounds = new Grounds(incident, holds);
    grounds.dropImpact();
    grounds.halve();
    grounds.dropChanges();
    grounds.dropEvidence();
    return grounds.say();
  }

  private void dropImpact() {
    Incident free = incident.hitting(List.of(), List.of());
    if (holds.test(free)) {
      incident = free;
    }
  }

  /** Of much evidence most is not needed. */
  private void halve() {
    while (evidence.size() > 1) {
      List<Evidence> stronger = evidence.subList(0, evidence.size() / 2);
      if (!holds.test(incident.with(stronger, changes))) {
        return;
      }
      evidence = stronger;
    }
  }

  private void dropChanges() {
    for (int i = changes.size() - 1; i >= 0; i--) {
      List<Change> fewer = without(changes, i);
      if (holds.test(incident.with(evidence, fewer))) {
        changes = fewer;
      }
    }
  }

  private void dropEvidence() {
    for (int i = evidence.size() - 1; i >= 0; i--) {
      List<Evidence> fewer = without(evidence, i);
      if (holds.test(incident.with(fewer, changes))) {
        evidence = fewer;
      }
    }
  }

  private static <T> List<T> without(List<T> all, int index) {
    List<T> fewer = new ArrayList<>(all);
    fewer.remove(index);
    return fewer;
  }

  private List<String> say() {
    List<String> said = new ArrayList<>();
    evidence.forEach(one -> said.add(one.statement()));
    long onsetMs = incident.onsetAt().toEpochMilli();
    changes.forEach(one -> said.add(one.service() + ": " + Statements.of(one, onsetMs)));
    if (!incident.objectives().isEmpty()) {
      said.add(ImpactText.of(incident).line());
    }
    Suspect first = incident.suspects().get(0);
    if (said.isEmpty() && !first.evidence().isEmpty()) {
      said.add(Headline.topEvidence(first).statement());
    }
    return List.copyOf(said);
  }
}
