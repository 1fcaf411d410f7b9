// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.patterns;

import io.signalbox.benchmarks.detection.evaluation.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays out how patterns were recognised. */
public final class PatternTables {
  private static final String NONE = "-";

  private PatternTables() {}

  /** A row for each story. */
  public static Table stories(List<StoryFigure> figures) {
    List<List<String>> rows = new ArrayList<>();
    for (StoryFigure figure : figures) {
      String others = String.join(" ", figure.others());
      rows.add(
          List.of(
              figure.number() + " " + figure.scenario(),
              figure.pattern(),
              figure.matched() ? "yes" : "no",
              figure.matched() ? number("%.0f s", figure.delaySeconds()) : NONE,
              figure.matched() ? figure.accused() + (figure.culprit() ? "" : " (!)") : NONE,
              others.isEmpty() ? NONE : others,
              Integer.toString(figure.early())));
    }
    long matched = figures.stream().filter(StoryFigure::matched).count();
    return new Table(
        matched + " of " + figures.size() + " stories recognised",
        List.of("scenario", "expected", "matched", "delay", "blamed", "others", "before"),
        rows,
        "delay from the fault's beginning to the match, event time; (!) marks a node that is not"
            + " the culprit; others are matches of other patterns after the beginning, before any"
            + " match before it");
  }

  /** A row for each quiet world. */
  public static Table quiet(List<QuietFigure> figures) {
    List<List<String>> rows = new ArrayList<>();
    for (QuietFigure figure : figures) {
      rows.add(
          List.of(
              figure.world(),
              number("%.3f", figure.serviceWeeks()),
              Integer.toString(figure.matches()),
              number("%.2f", figure.perServiceWeek()),
              figure.patterns().isEmpty() ? NONE : String.join(" ", figure.patterns())));
    }
    return new Table(
        "False matches where nothing went wrong",
        List.of("world", "service-weeks", "matches", "per service-week", "patterns"),
        rows,
        "a service-minute counts when the service said something in it");
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
