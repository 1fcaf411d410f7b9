// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.signals.EdgeWindow;
import io.signalbox.jobs.pages.Html;
import io.signalbox.jobs.pages.Page;
import io.signalbox.jobs.pages.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes one HTML file that tells what went wrong, why, and what to do. */
public final class IncidentReport {
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final Html html;
  private final ReportData data;
  private final List<IncidentStory> stories;

  private IncidentReport(Html html, ReportData data, List<IncidentStory> stories) {
    this.html = html;
    this.data = data;
    this.stories = stories;
  }

  /** The report as the text of a file in UTF-8. */
  public static String render(ReportData data) {
    List<IncidentStory> stories = IncidentStory.of(data.incidents());
    return Page.render(
        headline(count(stories)), html -> new IncidentReport(html, data, stories).write());
  }

  private void write() {
    header();
    truth();
    stories.stream()
        .filter(story -> !story.isMerged())
        .sorted(IncidentStory.WORST_FIRST)
        .forEach(story -> IncidentSection.write(html, story, stories, data));
    MeasureSection.write(html, data);
    AnswerSection.write(html, data);
  }

  private static long count(List<IncidentStory> stories) {
    return stories.stream().filter(story -> !story.isMerged()).count();
  }

  private static String headline(long count) {
    return count == 0 ? "no incidents" : count == 1 ? "1 incident" : count + " incidents";
  }

  private void header() {
    List<Instant> times = times();
    long count = count(stories);
    html.open("header").element("h1", headline(count));
    if (!times.isEmpty()) {
      Instant from = times.get(0);
      Instant to = times.get(times.size() - 1);
      html.element(
          "p",
          Times.day(from)
              + ", "
              + Times.clock(from)
              + " to "
              + Times.clock(to)
              + " UTC. "
              + signs()
              + " signs of trouble in telemetry led to "
              + headline(count)
              + "."
              + beside(),
          "class",
          "faint");
      if (count > 0 || !data.faults().isEmpty()) {
        Overview.draw(html, stories, data.faults(), from.minus(MARGIN), to.plus(MARGIN));
      }
    }
    html.close();
  }

  /** What the number of incidents does not say. */
  private String beside() {
    long merged = stories.stream().filter(IncidentStory::isMerged).count();
    long split = stories.stream().filter(story -> story.last().splitFrom() != null).count();
    long silenced = stories.stream().filter(IncidentStory::wasSilenced).count();
    return (merged == 0 ? "" : " Merged into others: " + merged + ".")
        + (split == 0 ? "" : " Split off from others: " + split + ".")
        + (silenced == 0 ? "" : " Silenced by people: " + silenced + ".");
  }

  private long signs() {
    return data.episodes().stream().map(Episode::id).distinct().count();
  }

  /** The times that matter, sorted. */
  private List<Instant> times() {
    List<Instant> times = new ArrayList<>();
    for (IncidentStory story : stories) {
      times.add(story.last().startedAt());
      times.add(story.endedAt());
    }
    for (KnownFault fault : data.faults()) {
      times.add(fault.startedAt());
      times.add(fault.endedAt());
    }
    for (EdgeWindow edge : data.edges()) {
      times.add(edge.startAt());
      times.add(edge.endAt());
    }
    times.sort(null);
    return times;
  }

  private void truth() {
    if (data.faults().isEmpty()) {
      return;
    }
    html.open("section", "id", "truth").element("h2", "Truth and what was found");
    html.open("table").open("tr");
    List.of("Began", "Fault", "Culprit", "Found", "As", "After")
        .forEach(title -> html.element("th", title));
    html.close();
    data.faults().forEach(this::truth);
    html.close().close();
  }

  private void truth(KnownFault fault) {
    FaultMatch match = FaultMatch.of(fault, stories);
    Duration after = match.detectedAfter();
    IncidentStory story = match.story();
    html.open("tr").element("td", Times.clock(fault.startedAt())).element("td", fault.kind());
    html.element("td", fault.label());
    String verdict = match.rank() == 1 ? "hit" : match.rank() == 0 ? "miss" : "near";
    html.open("td").element("span", match.verdict(), "class", "badge " + verdict).close();
    html.open("td");
    if (story != null) {
      html.element("a", story.last().title(), "href", "#" + story.last().id());
    }
    html.close().element("td", after == null ? "" : Times.length(after)).close();
  }
}
