// SPDX-License-Identifier: Apache-2.0
package io.signalbox.jobs.incidents;

import io.signalbox.jobs.pages.Html;
import io.signalbox.jobs.pages.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws incidents, and known faults above them, as bars over the time they lasted. */
final class Overview {
  private static final int WIDTH = 1040;
  private static final int ROW = 26;
  private static final int TOP = 26;
  private static final int TICKS = 8;

  /** Ticks nearer to the sides would be cut off. */
  private static final double EDGE = 28;

  /** Bars narrower than this could not be seen. */
  private static final double LEAST = 5;

  /** Usual width of a letter, and the space between a bar and its label. */
  private static final double LETTER = 6.6;

  private static final double GAP = 6;

  private static final List<Duration> STEPS =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(6),
          Duration.ofDays(1));

  private record Bar(String kind, String label, String target, Instant from, Instant to) {}

  private final Html html;
  private final Instant from;
  private final double seconds;

  private Overview(Html html, Instant from, Instant to) {
    this.html = html;
    this.from = from;
    this.seconds = Math.max(1, Duration.between(from, to).toSeconds());
  }

  static void draw(
      Html html, List<IncidentStory> stories, List<KnownFault> faults, Instant from, Instant to) {
    List<Bar> bars = new ArrayList<>();
    for (KnownFault fault : faults) {
      String label = fault.kind() + ": " + fault.label();
      bars.add(new Bar("truth", label, "#truth", fault.startedAt(), fault.endedAt()));
    }
    for (IncidentStory story : stories) {
      if (!story.isMerged()) {
        String id = story.last().id();
        String severity = story.last().severity();
        Instant began = story.last().startedAt();
        bars.add(new Bar(severity, story.last().title(), "#" + id, began, story.endedAt()));
      }
    }
    new Overview(html, from, to).draw(bars);
  }

  private void draw(List<Bar> bars) {
    int height = TOP + bars.size() * ROW + 4;
    html.open(
        "svg",
        "class",
        "overview",
        "viewBox",
        "0 0 " + WIDTH + " " + height,
        "role",
        "img",
        "aria-label",
        "Incidents over time");
    axis(height);
    for (int i = 0; i < bars.size(); i++) {
      bar(bars.get(i), TOP + i * ROW);
    }
    html.close();
  }

  private void axis(int height) {
    long step = step();
    long first = Math.floorDiv(from.getEpochSecond() + step - 1, step) * step;
    for (long at = first; at <= from.getEpochSecond() + (long) seconds; at += step) {
      double x = x(Instant.ofEpochSecond(at));
      if (x < EDGE || x > WIDTH - EDGE) {
        continue;
      }
      html.open("line", "class", "grid", "x1", num(x), "x2", num(x), "y1", "18", "y2", "" + height);
      html.close();
      html.element(
          "text", Times.clock(Instant.ofEpochSecond(at)), "class", "tick", "x", num(x), "y", "12");
    }
  }

  private long step() {
    for (Duration step : STEPS) {
      if (seconds / step.toSeconds() <= TICKS) {
        return step.toSeconds();
      }
    }
    return (long) Math.ceil(seconds / TICKS / 86_400) * 86_400;
  }

  private void bar(Bar bar, double y) {
    double x = x(bar.from());
    double width = Math.max(LEAST, x(bar.to()) - x);
    html.open("a", "href", bar.target()).open("g", "class", "bar " + bar.kind());
    html.element("title", bar.label());
    html.open(
        "rect", "x", num(x), "y", num(y), "width", num(width), "height", "" + (ROW - 8), "rx", "4");
    html.close();
    double right = WIDTH - x - width - GAP;
    double left = x - GAP;
    boolean fits = bar.label().length() * LETTER <= right || right >= left;
    html.element(
        "text",
        cut(bar.label(), fits ? right : left),
        "class",
        fits ? "right" : "left",
        "x",
        num(fits ? x + width + GAP : left),
        "y",
        num(y + 13));
    html.close().close();
  }

  private static String cut(String label, double space) {
    int most = (int) Math.max(1, space / LETTER);
    return label.length() <= most ? label : label.substring(0, most - 1) + "…";
  }

  private double x(Instant time) {
    double at = Duration.between(from, time).toMillis() / 1000.0;
    return WIDTH * Math.max(0, Math.min(1, at / seconds));
  }

  private static String num(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
