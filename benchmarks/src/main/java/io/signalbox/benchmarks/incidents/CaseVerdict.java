// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import io.signalbox.analytics.incidents.Answer;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.Suspect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said about one case.
 *
 * @param known the case
 * @param incident the incident that was opened for it, null when none was
 * @param ranking its suspects, then those named when asked; likeliest first
 * @param rank place of the truth among them from 1, 0 when it is not among them
 */
public record CaseVerdict(
    LabelledCase known, @Nullable Incident incident, List<Suspect> ranking, int rank) {
  /** An incident may be noticed this much before a case is said to begin. */
  private static final long EARLY_MS = 60_000;

  static CaseVerdict of(RootCauseFindings findings, LabelledCase known, View view) {
    long untilMs = known.atMs() + RootCauseRun.PATIENCE.toMillis() + view.askLaterMs();
    Incident incident = findings.incident(known, known.atMs() - EARLY_MS, untilMs);
    Answer answer = findings.answer(known);
    Map<String, Suspect> ranked = new LinkedHashMap<>();
    if (incident != null) {
      incident.suspects().forEach(suspect -> ranked.putIfAbsent(suspect.node(), suspect));
    }
    if (answer != null) {
      answer.suspects().forEach(suspect -> ranked.putIfAbsent(suspect.node(), suspect));
    }
    List<Suspect> ranking = new ArrayList<>(ranked.values());
    int rank = 0;
    for (int i = 0; i < ranking.size() && rank == 0; i++) {
      rank = ranking.get(i).node().equals(known.truth()) ? i + 1 : 0;
    }
    return new CaseVerdict(known, incident, ranking, rank);
  }

  /** Seconds from the case to the incident, null when none was opened. */
  @Nullable Double detectedAfter() {
    return incident == null
        ? null
        : (incident.openedAt().toEpochMilli() - known.atMs()) / 1000.0;
  }
}
