// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.IncidentStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How incidents relate to the faults behind them. An incident is of a fault when it opens from a
 * minute before to {@link RootCauseRun#PATIENCE} after the injection. A fault without one is
 * covered all the same when an incident opened earlier is still open and involves its service: then
 * the two faults were merged.
 *
 * @param faults cases
 * @param opened incidents that were ever opened
 * @param covered faults covered
 * @param merged incidents that hold two faults which began at least five minutes apart
 * @param spurious incidents of no fault
 */
public record IncidentFigures(int faults, int opened, int covered, int merged, int spurious) {
  private static final long EARLY_MS = 60_000;
  private static final long APART_MS = 300_000;

  static IncidentFigures of(RootCauseFindings findings) {
    List<LabelledCase> cases = findings.set().cases();
    List<List<Incident>> histories = new ArrayList<>(findings.histories().values());
    Set<String> used = new HashSet<>();
    Set<String> merged = new HashSet<>();
    int covered = 0;
    for (LabelledCase one : cases) {
      List<String> own = own(one, histories).stream().map(Incident::id).toList();
      used.addAll(own);
      String carrying = own.isEmpty() ? carrying(one, histories) : null;
      covered += own.isEmpty() && carrying == null ? 0 : 1;
      if (carrying != null) {
        used.add(carrying);
        boolean apart =
            cases.stream()
                .filter(other -> Math.abs(other.atMs() - one.atMs()) >= APART_MS)
                .flatMap(other -> own(other, histories).stream())
                .anyMatch(first -> first.id().equals(carrying));
        if (apart) {
          merged.add(carrying);
        }
      }
    }
    return new IncidentFigures(
        cases.size(), histories.size(), covered, merged.size(), histories.size() - used.size());
  }

  /** First revisions of the incidents that opened for a fault. */
  static List<Incident> own(LabelledCase one, List<List<Incident>> histories) {
    long fromMs = one.atMs() - EARLY_MS;
    long toMs = one.atMs() + RootCauseRun.PATIENCE.toMillis();
    return histories.stream()
        .map(history -> history.get(0))
        .filter(first -> first.environment().equals(one.environment()))
        .filter(first -> first.openedAt().toEpochMilli() >= fromMs)
        .filter(first -> first.openedAt().toEpochMilli() <= toMs)
        .toList();
  }

  private static @org.jspecify.annotations.Nullable String carrying(
      LabelledCase one, List<List<Incident>> histories) {
    long atMs = one.atMs() + EARLY_MS;
    for (List<Incident> history : histories) {
      Incident last = null;
      for (Incident revision : history) {
        last = revision.updatedAt().toEpochMilli() <= atMs ? revision : last;
      }
      if (last != null
          && last.environment().equals(one.environment())
          && last.status() != IncidentStatus.RESOLVED
          && last.status() != IncidentStatus.MERGED
          && last.services().contains(one.truth())) {
        return last.id();
      }
    }
    return null;
  }

  /** Incidents that opened in an environment where nothing was wrong. */
  static long falseIn(RootCauseFindings findings, LabelledSet.Quiet quiet) {
    return findings.histories().values().stream()
        .map(history -> history.get(0))
        .filter(first -> first.environment().equals(quiet.environment()))
        .filter(first -> first.openedAt().toEpochMilli() <= quiet.untilMs())
        .count();
  }
}
