// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import io.signalbox.analytics.incidents.Answer;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the jobs said of a labelled set.
 *
 * @param set the set
 * @param revisions all revisions of incidents
 * @param answers what was said when asked about each case
 */
public record RootCauseFindings(LabelledSet set, List<Incident> revisions, List<Answer> answers) {
  /** The revisions of each incident, in the order of their opening. */
  Map<String, List<Incident>> histories() {
    Map<String, List<Incident>> histories = new LinkedHashMap<>();
    revisions.stream()
        .sorted(
            java.util.Comparator.comparing(Incident::openedAt)
                .thenComparing(Incident::id)
                .thenComparing(Incident::revision))
        .forEach(
            one -> histories.computeIfAbsent(one.id(), id -> new java.util.ArrayList<>()).add(one));
    return histories;
  }

  @Nullable Answer answer(LabelledCase one) {
    return answers.stream().filter(answer -> answer.id().equals(one.id())).findFirst().orElse(null);
  }

  /**
   * The last revision by a time of the incident that is about a case: of those opened between the
   * two times, that involve the service people were alerted about, the one with the heaviest
   * suspect.
   */
  @Nullable Incident incident(LabelledCase one, long fromMs, long untilMs) {
    Incident found = null;
    for (List<Incident> history : histories().values()) {
      Incident last = null;
      for (Incident revision : history) {
        if (revision.updatedAt().toEpochMilli() <= untilMs) {
          last = revision;
        }
      }
      if (last != null
          && last.environment().equals(one.environment())
          && isOf(last, fromMs)
          && (one.service() == null || last.services().contains(one.service()))
          && (found == null || weight(last) > weight(found))
          && last.status() != IncidentStatus.MERGED) {
        found = last;
      }
    }
    return found;
  }

  /** Opened since, or open and spoken of since. */
  private static boolean isOf(Incident last, long fromMs) {
    return last.openedAt().toEpochMilli() >= fromMs
        || (last.status() != IncidentStatus.RESOLVED && last.updatedAt().toEpochMilli() >= fromMs);
  }

  private static double weight(Incident incident) {
    return incident.suspects().get(0).score();
  }
}
