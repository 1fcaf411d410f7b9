// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.evaluation;

import io.signalbox.analytics.detection.SeriesDetector;
import io.signalbox.benchmarks.detection.evaluation.DetectorFigures.NabFigures;
import io.signalbox.benchmarks.detection.evaluation.EventRun.Run;
import io.signalbox.benchmarks.detection.events.AlarmBudget;
import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.labelled.LabelledSets;
import io.signalbox.benchmarks.detection.learning.BoostingSettings;
import io.signalbox.benchmarks.detection.learning.Examples;
import io.signalbox.benchmarks.detection.learning.Learner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Takes all figures of the detector of the jobs with weights that were learned without the series
 * that are judged: what to expect of it on series of one's own.
 */
public final class HeldOutEvaluation {
  private final Map<String, List<Examples>> sets = new LinkedHashMap<>();
  private final EvaluationSettings settings;
  private final BoostingSettings boosting;
  private final Consumer<String> progress;

  /**
   * Reads the sets and runs the experts over them.
   *
   * @param progress told what is done
   * @throws IOException if a set cannot be read
   */
  public HeldOutEvaluation(
      Path data, EvaluationSettings settings, BoostingSettings boosting, Consumer<String> progress)
      throws IOException {
    this.settings = settings;
    this.boosting = boosting;
    this.progress = progress;
    for (String set : settings.sets()) {
      progress.accept("reading " + set + " ...");
      sets.put(set, Examples.of(LabelledSets.read(data, set)));
    }
  }

  /** The even files of every set judged by what was learned from the odd ones, and the reverse. */
  public DetectorFigures halves() {
    return run(Fold.Division.HALVES, "halves", "Held out by halves");
  }

  /** Each set judged by what was learned from the others. */
  public DetectorFigures sets() {
    return run(Fold.Division.SETS, "sets", "Held out by sets");
  }

  private DetectorFigures run(Fold.Division division, String name, String title) {
    HeldOut heldOut = new HeldOut(settings.budget());
    int number = 0;
    for (Fold fold : Fold.of(division, sets)) {
      progress.accept(title + ": fold " + ++number + " ...");
      heldOut.judge(fold, new Learner(boosting).learn(fold.learned()));
    }
    Map<String, AlarmBudget> budgets = new TreeMap<>();
    Map<String, Run> events = new LinkedHashMap<>();
    NabFigures nab = null;
    for (Map.Entry<String, List<Examples>> set : sets.entrySet()) {
      List<LabelledSeries> series = set.getValue().stream().map(Examples::series).toList();
      List<Verdicts> verdicts = heldOut.verdicts(series);
      budgets.put(set.getKey(), Verdicts.budget(series, verdicts, settings.budget()));
      if (set.getKey().equals(LabelledSets.NAB)) {
        nab = heldOut.nab(series);
      } else {
        events.put(set.getKey(), new Run(series, verdicts));
      }
    }
    return new DetectorFigures(
        name, title, nab, heldOut.events(events), budgets, 0, SeriesDetector.BYTES);
  }
}
