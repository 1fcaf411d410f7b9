// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import io.signalbox.analytics.incidents.Answer;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.Suspect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was said about one case.
 *
 * @param known the case
 * @param incident the incident that was opened for it, null when none was
 * @param answer what was said when asked, null when the case was never asked
 * @param ranking where people were alerted about a service, what was said when asked about that,
 *     else the suspects of the incident first; then the others
 * @param rank place of the truth among them from 1, 0 when it is not among them
 */
public record CaseVerdict(
    LabelledCase known,
    @Nullable Incident incident,
    @Nullable Answer answer,
    List<Suspect> ranking,
    int rank) {
  /** An incident may be noticed this much before a case is said to begin. */
  private static final long EARLY_MS = 60_000;

  static CaseVerdict of(RootCauseFindings findings, LabelledCase known, View view) {
    long untilMs = known.atMs() + RootCauseRun.PATIENCE.toMillis() + view.askLaterMs();
    Incident incident = findings.incident(known, known.atMs() - EARLY_MS, untilMs);
    Answer answer = findings.answer(known);
    Map<String, Suspect> ranked = new LinkedHashMap<>();
    if (incident != null && known.service() == null) {
      incident.suspects().forEach(suspect -> ranked.putIfAbsent(suspect.node(), suspect));
    }
    if (answer != null) {
      answer.suspects().forEach(suspect -> ranked.putIfAbsent(suspect.node(), suspect));
    }
    if (incident != null) {
      incident.suspects().forEach(suspect -> ranked.putIfAbsent(suspect.node(), suspect));
    }
    List<Suspect> ranking = new ArrayList<>(ranked.values());
    int rank = 0;
    for (int i = 0; i < ranking.size() && rank == 0; i++) {
      rank = ranking.get(i).node().equals(known.truth()) ? i + 1 : 0;
    }
    return new CaseVerdict(known, incident, answer, ranking, rank);
  }

  /** Seconds from the case to the incident, null when none was opened. */
  @Nullable Double detectedAfter() {
    return incident == null ? null : (incident.openedAt().toEpochMilli() - known.atMs()) / 1000.0;
  }

  /** Id of the change that is blamed, null for none. */
  @Nullable String change() {
    return answer == null ? null : answer.change();
  }

  /** True when the change blamed is the one behind it, or none is and none was. */
  boolean changeIsRight() {
    String said = change();
    return said == null
        ? LabelledCase.NO_CHANGE.equals(known.change())
        : said.equals(known.change());
  }

  /** True when an innocent change is blamed that was put there to be blamed. */
  boolean blamesDecoy() {
    String said = change();
    return said != null && known.decoys().contains(said);
  }

  /** Those who are said to suffer: of the incident, else when asked. */
  List<String> blastRadius() {
    if (incident != null && known.service() == null) {
      return incident.blastRadius();
    }
    return answer == null ? List.of() : answer.blastRadius();
  }

  /** What those said to suffer and those who did have in common, 0..1: Jaccard's index. */
  double blastOverlap() {
    Set<String> said = new TreeSet<>(blastRadius());
    Set<String> all = new TreeSet<>(said);
    all.addAll(known.blastRadius());
    said.retainAll(known.blastRadius());
    return all.isEmpty() ? 1 : (double) said.size() / all.size();
  }
}
