// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.analytics.incidents.Incident;
import io.signalbox.jobs.pages.Html;
import io.signalbox.jobs.pages.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what an incident was split from or merged with, and when nobody was paged for it. */
final class IncidentKin {
  private final Html html;
  private final IncidentStory story;
  private final List<IncidentStory> all;

  private IncidentKin(Html html, IncidentStory story, List<IncidentStory> all) {
    this.html = html;
    this.story = story;
    this.all = all;
  }

  /** Nothing for an incident that was always itself and never silenced. */
  static void write(Html html, IncidentStory story, List<IncidentStory> all) {
    new IncidentKin(html, story, all).write();
  }

  private void write() {
    String id = story.last().id();
    List<IncidentStory> merged =
        all.stream().filter(one -> id.equals(one.last().mergedInto())).toList();
    List<IncidentStory> parts =
        all.stream().filter(one -> id.equals(one.last().splitFrom())).toList();
    IncidentStory whole =
        all.stream()
            .filter(one -> one.last().id().equals(story.last().splitFrom()))
            .findFirst()
            .orElse(null);
    List<String> silences = silences();
    if (merged.isEmpty() && parts.isEmpty() && whole == null && silences.isEmpty()) {
      return;
    }
    html.open("ul", "class", "kin");
    silences.forEach(text -> html.element("li", text));
    link("Was a part of ", whole, story.revisions().get(0).updatedAt());
    parts.forEach(part -> link("Split off: ", part, part.last().openedAt()));
    merged.forEach(part -> link("Merged into this one: ", part, part.last().updatedAt()));
    html.close();
  }

  /** Those that were merged have no section of their own to lead to. */
  private void link(String what, @Nullable IncidentStory other, Instant at) {
    if (other != null) {
      html.open("li").text(what);
      if (other.isMerged()) {
        html.element("q", other.last().title());
      } else {
        html.element("a", other.last().title(), "href", "#" + other.last().id());
      }
      html.text(", " + Times.clock(at)).close();
    }
  }

  /** Stretches of revisions under one window. */
  private List<String> silences() {
    List<String> texts = new ArrayList<>();
    String window = null;
    for (Incident revision : story.revisions()) {
      String now = revision.silencedBy();
      if (now != null && !now.equals(window)) {
        texts.add(
            "Silenced by window " + now + " from " + Times.clock(revision.updatedAt()) + " on");
      } else if (now == null && window != null && revision.resolvedAt() == null) {
        texts.add("The silence ended, " + Times.clock(revision.updatedAt()));
      }
      window = now;
    }
    return texts;
  }
}
