// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.evaluation;

import io.signalbox.benchmarks.detection.evaluation.DetectorFigures.EventFigures;
import io.signalbox.benchmarks.detection.evaluation.DetectorFigures.Rule;
import io.signalbox.benchmarks.detection.events.Delays;
import io.signalbox.benchmarks.detection.events.EventCount;
import io.signalbox.benchmarks.detection.events.EventCounter;
import io.signalbox.benchmarks.detection.events.ThresholdSearch;
import io.signalbox.benchmarks.detection.events.ThresholdSearch.ScoredSet;
import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts what a detector finds in the sets that have segments. */
final class EventRun {
  /** A set that was run: its series, and what was said about each. */
  record Run(List<LabelledSeries> series, List<Verdicts> verdicts) {
    ScoredSet scored() {
      return new ScoredSet(series, verdicts.stream().map(Verdicts::scores).toList());
    }
  }

  private EventRun() {}

  /** Counts every set by every rule. */
  static List<EventFigures> of(Map<String, Run> sets, boolean alarms) {
    List<EventFigures> figures = new ArrayList<>();
    if (sets.size() > 1) {
      double common = ThresholdSearch.best(sets.values().stream().map(Run::scored).toList());
      sets.forEach((set, run) -> figures.add(at(set, run, Rule.COMMON, common)));
    }
    sets.forEach(
        (set, run) -> {
          double own = ThresholdSearch.best(List.of(run.scored()));
          figures.add(at(set, run, Rule.OWN, own));
        });
    if (alarms) {
      sets.forEach(
          (set, run) ->
              figures.add(
                  count(set, run, Rule.SHIPPED, null, i -> run.verdicts.get(i).alarms()::get)));
    }
    return figures;
  }

  /** Counts a set with a threshold for each series that was chosen without it. */
  static EventFigures frozen(String set, Run run, ToDoubleFunction<LabelledSeries> threshold) {
    return count(
        set,
        run,
        Rule.FROZEN,
        null,
        i -> {
          double[] scores = run.verdicts.get(i).scores();
          double least = threshold.applyAsDouble(run.series.get(i));
          return row -> scores[row] >= least;
        });
  }

  private static EventFigures at(String set, Run run, Rule rule, double threshold) {
    return count(
        set,
        run,
        rule,
        threshold,
        i -> {
          double[] scores = run.verdicts.get(i).scores();
          return row -> scores[row] >= threshold;
        });
  }

  private static EventFigures count(
      String set, Run run, Rule rule, @Nullable Double threshold, IntFunction<IntPredicate> alarm) {
    EventCount sum = EventCount.NONE;
    List<IntStream> delays = new ArrayList<>();
    for (int i = 0; i < run.series.size(); i++) {
      sum = sum.and(EventCounter.count(run.series.get(i), alarm.apply(i)));
      delays.add(Delays.of(run.series.get(i), alarm.apply(i)));
    }
    return new EventFigures(set, rule, threshold, sum, Delays.over(delays));
  }
}
