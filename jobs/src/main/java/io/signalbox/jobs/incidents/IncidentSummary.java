// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.incidents.Evidence;
import io.signalbox.analytics.incidents.ImpactText;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.Suspect;
import io.signalbox.jobs.pages.Plain;
import io.signalbox.jobs.pages.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Incidents as lines of plain text for a terminal of 100 columns. */
public final class IncidentSummary {
  private static final int WIDTH = 100;
  private static final int SUSPECTS = 3;
  private static final int EVIDENCE = 2;
  private static final String INDENT = "    ";

  private final List<String> lines = new ArrayList<>();

  private IncidentSummary() {}

  /** Tells of all incidents in these revisions, by the time they were opened. */
  public static List<String> lines(Collection<Incident> revisions) {
    IncidentSummary summary = new IncidentSummary();
    List<IncidentStory> stories =
        IncidentStory.of(revisions).stream().filter(story -> !story.isMerged()).toList();
    if (stories.isEmpty()) {
      summary.lines.add("No incidents.");
    }
    stories.forEach(summary::tell);
    return summary.lines;
  }

  /** Compares known faults with what was found, a line each, and a score at the end. */
  public static List<String> comparison(List<KnownFault> faults, Collection<Incident> revisions) {
    List<IncidentStory> stories = IncidentStory.of(revisions);
    List<String> lines = new ArrayList<>();
    int found = 0;
    for (KnownFault fault : faults) {
      FaultMatch match = FaultMatch.of(fault, stories);
      found += match.rank() == 1 ? 1 : 0;
      Duration after = match.detectedAfter();
      String when = after == null ? "" : ", " + Times.length(after) + " after it began";
      String truth = fault.kind() + " of " + fault.label();
      lines.add(fit(String.format(Locale.ROOT, "  %-60s %s%s", truth, match.verdict(), when)));
    }
    lines.add("  " + found + " of " + faults.size() + " causes named first");
    return lines;
  }

  private void tell(IncidentStory story) {
    Incident last = story.last();
    String status = last.status().name().toLowerCase(Locale.ROOT);
    String lasted = Times.length(Duration.between(last.startedAt(), story.endedAt()));
    add(last.severity().toUpperCase(Locale.ROOT) + "  " + last.title());
    add(
        INDENT
            + status
            + ", "
            + Times.day(last.startedAt())
            + " "
            + Times.clock(last.startedAt())
            + " to "
            + Times.clock(story.endedAt())
            + " UTC ("
            + lasted
            + "), opened "
            + Times.clock(last.openedAt())
            + ", "
            + last.id());
    for (int i = 0; i < Math.min(SUSPECTS, last.suspects().size()); i++) {
      suspect(i + 1, last.suspects().get(i));
    }
    if (!last.blastRadius().isEmpty()) {
      add(INDENT + "suffer: " + String.join(", ", last.blastRadius()));
    }
    if (!last.objectives().isEmpty()) {
      add(INDENT + "costs: " + ImpactText.of(last).line());
    }
    last.recommendations().stream().limit(1).forEach(step -> add(INDENT + "next: " + step.title()));
    lines.add("");
  }

  private void suspect(int rank, Suspect suspect) {
    String version = suspect.version() == null ? "" : " " + suspect.version();
    add(
        INDENT
            + rank
            + ". "
            + suspect.node()
            + version
            + " ("
            + suspect.kind()
            + ", "
            + Times.percent(suspect.confidence())
            + ")");
    int most = rank == 1 ? EVIDENCE : 1;
    for (Evidence evidence :
        suspect.evidence().subList(0, Math.min(most, suspect.evidence().size()))) {
      add(INDENT + "   - " + evidence.statement());
    }
  }

  private void add(String line) {
    lines.add(fit(line));
  }

  private static String fit(String line) {
    String safe = Plain.of(line);
    return safe.length() <= WIDTH ? safe : safe.substring(0, WIDTH - 1) + "…";
  }
}
