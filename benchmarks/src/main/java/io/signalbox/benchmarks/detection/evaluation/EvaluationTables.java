// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.evaluation;

import io.signalbox.benchmarks.detection.evaluation.DetectorFigures.EventFigures;
import io.signalbox.benchmarks.detection.evaluation.DetectorFigures.NabFigures;
import io.signalbox.benchmarks.detection.events.AlarmBudget;
import io.signalbox.benchmarks.detection.nab.NabResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Lays figures out as tables. */
public final class EvaluationTables {
  private EvaluationTables() {}

  /** What has to be known about the detector as shipped. */
  public static final String IN_SAMPLE =
      "the weights of Signalbox were learned from these labels, see docs/detection.md";

  /** What has to be known where weights are learned anew. */
  public static final String HELD_OUT =
      "no series is judged by weights that were learned from it, and the thresholds of those"
          + " learned from are chosen without it, too";

  /**
   * All tables that have rows.
   *
   * @param learned says what the weights of the detector know
   */
  public static List<Table> of(List<DetectorFigures> figures, double budget, String learned) {
    return Stream.of(
            nab(figures, learned),
            events(figures, learned),
            budgets(figures, budget),
            costs(figures))
        .filter(table -> !table.rows().isEmpty())
        .toList();
  }

  private static Table nab(List<DetectorFigures> figures, String learned) {
    List<List<String>> rows = new ArrayList<>();
    for (DetectorFigures one : figures) {
      NabFigures nab = one.nab();
      if (nab != null) {
        rows.add(nab(one.title() + ", best threshold", nab.best(), true));
        rows.add(nab(one.title() + ", 2-fold threshold", nab.folds(), false));
        rows.add(nab("  even files, threshold of the odd", nab.even(), true));
        rows.add(nab("  odd files, threshold of the even", nab.odd(), true));
        if (!nab.shipped().isEmpty()) {
          rows.add(nab(one.title() + ", alarms as shipped", nab.shipped(), false));
        }
      }
    }
    return new Table(
        "NAB",
        List.of("detector", "standard", "low-FP", "low-FN", "windows", "FP points", "threshold"),
        rows,
        "windows, false points and threshold are of the standard profile; the best threshold is"
            + " chosen on the labels it is scored with, as NAB does; 2-fold means the threshold"
            + " alone: each half of the files at the threshold of the other half; "
            + learned);
  }

  private static List<String> nab(String name, List<NabResult> results, boolean threshold) {
    List<String> row = new ArrayList<>();
    row.add(name);
    results.forEach(result -> row.add(number("%.1f", result.score())));
    NabResult standard = results.get(0);
    row.add(standard.windowsFound() + "/" + standard.windows());
    row.add(number("%,d", standard.falsePoints()));
    row.add(threshold ? number("%.6f", standard.threshold()) : "-");
    return row;
  }

  private static Table events(List<DetectorFigures> figures, String learned) {
    List<List<String>> rows = new ArrayList<>();
    for (DetectorFigures one : figures) {
      for (EventFigures event : one.events()) {
        Double threshold = event.threshold();
        rows.add(
            List.of(
                one.title(),
                event.rule().label(),
                event.set(),
                number("%.3f", event.count().f1()),
                number("%.3f", event.count().precision()),
                number("%.3f", event.count().recall()),
                event.count().hits() + "/" + event.count().segments(),
                number("%,d", event.count().falseAlarms()),
                threshold == null ? "-" : number("%.6f", threshold),
                String.valueOf(event.delays().median()),
                String.valueOf(event.delays().p95())));
      }
    }
    return new Table(
        "Events",
        List.of(
            "detector",
            "alarms",
            "set",
            "F1",
            "precision",
            "recall",
            "found",
            "false",
            "threshold",
            "delay median",
            "p95"),
        rows,
        "delays in points from the beginning of a segment, over those found in their first 8"
            + " points; one threshold is where the worse of the two sets is best; "
            + learned);
  }

  private static Table budgets(List<DetectorFigures> figures, double budget) {
    List<List<String>> rows = new ArrayList<>();
    for (DetectorFigures one : figures) {
      one.budgets().forEach((set, sum) -> rows.add(budget(one.title() + ", " + set, sum, budget)));
      if (one.budgets().size() > 1) {
        AlarmBudget all = AlarmBudget.over(List.copyOf(one.budgets().values()));
        rows.add(budget(one.title() + ", all", all, budget));
      }
    }
    return new Table(
        "Alarms where nothing is labelled, against the budget",
        List.of(
            "detector",
            "series",
            "series-weeks",
            "alarms raised",
            "per series-week",
            "budget",
            "inside 95 %"),
        rows,
        "series without labels, and stretches of at least 100 points that end 50 points before a"
            + " label and begin 50 after one; inside is the share of series whose count is in the"
            + " 95 % Poisson interval of their budget");
  }

  private static List<String> budget(String name, AlarmBudget sum, double budget) {
    return List.of(
        name,
        String.valueOf(sum.series()),
        number("%,.1f", sum.seriesWeeks()),
        number("%,d", sum.alarms()),
        number("%.2f", sum.rate()),
        number("%.2f", budget),
        number("%.0f %%", 100 * sum.shareInside()));
  }

  private static Table costs(List<DetectorFigures> figures) {
    List<List<String>> rows = new ArrayList<>();
    for (DetectorFigures one : figures.stream().filter(one -> one.cost() > 0).toList()) {
      rows.add(List.of(one.title(), number("%,.0f", one.cost()), number("%,d", one.bytes())));
    }
    return new Table(
        "Cost", List.of("detector", "ns a point", "bytes a series"), rows, "cpu time, one thread");
  }

  private static String number(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }
}
