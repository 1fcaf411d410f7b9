// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.detection.Episode;
import io.signalbox.analytics.incidents.Evidence;
import io.signalbox.analytics.incidents.Incident;
import io.signalbox.analytics.incidents.Recommendation;
import io.signalbox.analytics.incidents.Suspect;
import io.signalbox.analytics.signals.Change;
import io.signalbox.jobs.pages.Html;
import io.signalbox.jobs.pages.Times;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** One incident: what it is, the cause and why, who suffers, what to do, how it went. */
final class IncidentSection {
  private static final int MOST_EPISODES = 40;

  private final Html html;
  private final IncidentStory story;
  private final Incident last;
  private final List<IncidentStory> all;
  private final ReportData data;

  private IncidentSection(
      Html html, IncidentStory story, List<IncidentStory> all, ReportData data) {
    this.html = html;
    this.all = all;
    this.story = story;
    this.last = story.last();
    this.data = data;
  }

  static void write(Html html, IncidentStory story, List<IncidentStory> all, ReportData data) {
    new IncidentSection(html, story, all, data).write();
  }

  private void write() {
    html.open("article", "class", "incident " + severity(), "id", last.id());
    heading();
    IncidentKin.write(html, story, all);
    html.open("div", "class", "columns").open("div", "class", "why");
    suspects();
    html.close().open("div", "class", "where");
    DependencyGraph.draw(html, story, data.edges());
    legend();
    advice();
    html.close().close();
    ImpactTable.write(html, last);
    changes();
    revisions();
    episodes();
    html.close();
  }

  private String severity() {
    return List.of("critical", "major", "minor").contains(last.severity())
        ? last.severity()
        : "other";
  }

  private void heading() {
    html.open("p", "class", "meta");
    html.element("span", last.severity(), "class", "badge " + severity());
    String status = last.status().name().toLowerCase(Locale.ROOT);
    html.element("span", status, "class", "badge " + (story.isOpen() ? "still" : "done"));
    if (last.silencedBy() != null) {
      html.element("span", "silenced", "class", "badge");
    }
    Duration lasted = Duration.between(last.startedAt(), story.endedAt());
    html.text(
        Times.clock(last.startedAt())
            + " – "
            + Times.clock(story.endedAt())
            + " UTC, "
            + Times.length(lasted)
            + ", raised after "
            + Times.length(Duration.between(last.startedAt(), last.openedAt())));
    if (!last.environment().isEmpty()) {
      html.text(", environment " + last.environment());
    }
    html.text(kind());
    html.element("span", last.id(), "class", "id");
    html.close();
    html.element("h2", last.title());
  }

  private String kind() {
    String leaf = last.incidentClass() == null ? "" : ", " + last.incidentClass();
    String owner = last.owner() == null ? "" : ", of " + last.owner();
    String like = last.similar().isEmpty() ? "" : ", like " + String.join(", ", last.similar());
    return leaf + owner + like;
  }

  private void suspects() {
    html.element("h3", "Cause");
    for (int i = 0; i < last.suspects().size(); i++) {
      suspect(i, last.suspects().get(i));
      if (i == 0 && last.suspects().size() > 1) {
        html.open("details").element("summary", "Other suspects, ranked behind");
      }
    }
    if (last.suspects().size() > 1) {
      html.close();
    }
  }

  private void suspect(int place, Suspect suspect) {
    html.open("div", "class", place == 0 ? "suspect first" : "suspect");
    html.open("p", "class", "name").element("strong", suspect.node());
    if (suspect.version() != null) {
      html.text(" ").element("strong", suspect.version(), "class", "version");
    }
    String share = Times.percent(suspect.confidence());
    html.text(" ").element("span", suspect.kind(), "class", "faint");
    html.element(
        "meter",
        share,
        "min",
        "0",
        "max",
        "1",
        "value",
        String.format(Locale.ROOT, "%.3f", suspect.confidence()));
    html.element("span", share, "class", "faint").close();
    html.open("ul");
    for (Evidence evidence : suspect.evidence()) {
      html.open("li").element("span", evidence.kind().replace('_', ' '), "class", "kind");
      html.text(" " + evidence.statement()).close();
    }
    html.close().close();
  }

  private void legend() {
    html.open("p", "class", "legend faint");
    html.element("span", "cause", "class", "dot cause").text(" ");
    html.element("span", "suffers", "class", "dot victim").text(" ");
    html.element("span", "involved", "class", "dot other");
    html.text(" · on an arrow: calls that failed").close();
  }

  private void advice() {
    if (!last.recommendations().isEmpty()) {
      html.element("h3", "Do first").open("ol", "class", "steps");
      last.recommendations().forEach(this::recommendation);
      html.close();
    }
  }

  private void recommendation(Recommendation advice) {
    String risk = advice.risk().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    html.open("li").element("strong", advice.title());
    html.element("span", " " + advice.runbook() + ", " + risk, "class", "faint").open("ul");
    advice.steps().forEach(step -> html.element("li", step.what()));
    html.close();
    html.element("p", "because " + String.join("; ", advice.evidence()), "class", "faint").close();
  }

  private void changes() {
    if (last.changes().isEmpty()) {
      return;
    }
    html.element("h3", "Changes around the onset").open("ul");
    for (Change change : last.changes()) {
      String from = change.previousVersion() == null ? "" : " from " + change.previousVersion();
      String to = change.version() == null ? "" : " to " + change.version();
      String who = change.inferred() ? "seen in telemetry" : "announced by " + change.source();
      html.element(
          "li",
          Times.clock(change.at())
              + " "
              + change.service()
              + ": "
              + change.kind()
              + from
              + to
              + " ("
              + who
              + ")");
    }
    html.close();
  }

  private void revisions() {
    html.open("details").element("summary", story.revisions().size() + " revisions");
    html.open("table");
    for (Incident revision : story.revisions()) {
      html.open("tr").element("td", Times.clock(revision.updatedAt()));
      html.element("td", revision.status().name().toLowerCase(Locale.ROOT));
      html.element("td", revision.severity()).element("td", revision.title()).close();
    }
    html.close().close();
  }

  private void episodes() {
    List<Episode> episodes = EpisodeTable.of(story, data.episodes());
    html.open("details");
    html.element("summary", episodes.size() + " episodes of the nodes involved meanwhile");
    html.open("table");
    for (Episode episode : episodes.subList(0, Math.min(MOST_EPISODES, episodes.size()))) {
      String peer = episode.peer() == null ? "" : " → " + episode.peer();
      html.open("tr").element("td", Times.clock(episode.startedAt()));
      html.element("td", episode.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
      html.element("td", episode.service() + peer).element("td", episode.reason()).close();
    }
    html.close();
    if (episodes.size() > MOST_EPISODES) {
      html.element("p", (episodes.size() - MOST_EPISODES) + " more", "class", "faint");
    }
    html.close();
  }
}
