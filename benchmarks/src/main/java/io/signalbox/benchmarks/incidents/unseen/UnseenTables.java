// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents.unseen;

import io.signalbox.benchmarks.detection.evaluation.Table;
import io.signalbox.benchmarks.runs.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lays out how well systems nobody has seen were told of. */
public final class UnseenTables {
  private static final double PROMPT = 15;
  private static final double MOST = 0.99;
  private static final double HOURS_PER_DAY = 24;

  private UnseenTables() {}

  /** A row for each kind of fault, and one for all. */
  public static Table kinds(List<SystemFigure> systems) {
    List<FaultFigure> all = systems.stream().flatMap(one -> one.faults().stream()).toList();
    Map<String, List<FaultFigure>> byKind = new TreeMap<>();
    all.forEach(one -> byKind.computeIfAbsent(one.kind(), k -> new ArrayList<>()).add(one));
    List<List<String>> rows = new ArrayList<>();
    byKind.forEach((kind, some) -> rows.add(row(kind, some)));
    rows.add(row("all", all));
    return new Table(
        "Faults in " + systems.size() + " systems",
        List.of(
            "kind",
            "faults",
            "covered",
            "AC@1",
            "AC@3",
            "one incident",
            "merged",
            "to incident p50 p99",
            "to right p50 p99",
            "within 15 s",
            "of evidence",
            "resolved p50 p99"),
        rows,
        "seconds of event time, from the fault or, resolved, from its end; right is the culprit"
            + " first for good; within 15 s of the fault, and of the first evidence of the"
            + " incident, as a share of all faults");
  }

  /** A row for each system. */
  public static Table systems(List<SystemFigure> systems) {
    List<List<String>> rows = new ArrayList<>();
    for (SystemFigure one : systems) {
      rows.add(
          List.of(
              Long.toString(one.seed()),
              Integer.toString(one.services()),
              number("%.1f", one.rate()),
              number("%.1f", one.hours()),
              Integer.toString(one.faults().size()),
              Integer.toString(one.opened()),
              Integer.toString(one.spurious().size()),
              number("%.1f", one.spurious().size() * HOURS_PER_DAY / one.hours())));
    }
    return new Table(
        "Incidents",
        List.of(
            "seed", "services", "requests/s", "hours", "faults", "opened", "of no fault", "a day"),
        rows,
        "");
  }

  private static List<String> row(String kind, List<FaultFigure> some) {
    return List.of(
        kind,
        Integer.toString(some.size()),
        Long.toString(some.stream().filter(FaultFigure::covered).count()),
        share(some, one -> one.rank() == 1),
        share(some, one -> one.rank() > 0 && one.rank() <= 3),
        share(some, one -> one.incidents() == 1),
        Long.toString(some.stream().filter(FaultFigure::merged).count()),
        quantiles(some, FaultFigure::toIncident),
        quantiles(some, FaultFigure::toRight),
        share(some, one -> prompt(one.toRight())),
        share(some, one -> prompt(one.evidenceToRight())),
        quantiles(some, FaultFigure::toResolved));
  }

  private static boolean prompt(@Nullable Double seconds) {
    return seconds != null && seconds <= PROMPT;
  }

  private static String share(List<FaultFigure> some, Function<FaultFigure, Boolean> holds) {
    long hits = some.stream().filter(holds::apply).count();
    return some.isEmpty() ? "-" : number("%.2f", (double) hits / some.size());
  }

  private static String quantiles(
      List<FaultFigure> some, Function<FaultFigure, @Nullable Double> of) {
    double[] all = Quantiles.sorted(some.stream().map(of).filter(Objects::nonNull).toList());
    return all.length == 0
        ? "-"
        : number("%.0f", Quantiles.of(all, 0.5)) + " " + number("%.0f", Quantiles.of(all, MOST));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
