// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.evaluation;

import io.signalbox.benchmarks.detection.evaluation.DetectorFigures.NabFigures;
import io.signalbox.benchmarks.detection.evaluation.EventRun.Run;
import io.signalbox.benchmarks.detection.events.AlarmBudget;
import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.labelled.LabelledSets;
import io.signalbox.benchmarks.detection.scoring.Detector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs detectors over the labelled sets and takes all figures. */
public final class DetectionEvaluation {
  private final Map<String, List<LabelledSeries>> sets = new LinkedHashMap<>();
  private final EvaluationSettings settings;
  private final @Nullable Path out;
  private final Consumer<String> progress;

  /**
   * Reads the sets.
   *
   * @param out where the verdicts are written, or null
   * @param progress told what is done
   * @throws IOException if a set cannot be read
   */
  public DetectionEvaluation(
      Path data, EvaluationSettings settings, @Nullable Path out, Consumer<String> progress)
      throws IOException {
    this.settings = settings;
    this.out = out;
    this.progress = progress;
    for (String set : settings.sets()) {
      progress.accept("reading " + set + " ...");
      sets.put(set, LabelledSets.read(data, set));
    }
  }

  /** Runs one detector. */
  public DetectorFigures run(Detector detector) throws IOException {
    NabFigures nab = null;
    Map<String, Run> events = new LinkedHashMap<>();
    Map<String, AlarmBudget> budgets = new TreeMap<>();
    for (Map.Entry<String, List<LabelledSeries>> set : sets.entrySet()) {
      if (!runs(detector, set.getKey())) {
        progress.accept(detector.title() + ": " + set.getKey() + " left out: add --slow");
        continue;
      }
      progress.accept(detector.title() + ": " + set.getKey() + " ...");
      List<LabelledSeries> series = set.getValue();
      List<Verdicts> verdicts =
          series.parallelStream().map(one -> Verdicts.of(detector, one)).toList();
      if (out != null) {
        VerdictFiles.write(out.resolve(detector.name()), series, verdicts);
      }
      if (detector.alarms()) {
        budgets.put(set.getKey(), Verdicts.budget(series, verdicts, settings.budget()));
      }
      if (set.getKey().equals(LabelledSets.NAB)) {
        nab = NabRun.of(series, verdicts, detector.alarms());
      } else {
        events.put(set.getKey(), new Run(series, verdicts));
      }
    }
    double cost = CostProbe.nanoseconds(detector, sets.values().iterator().next());
    return new DetectorFigures(
        detector.name(),
        detector.title(),
        nab,
        EventRun.of(events, detector.alarms()),
        budgets,
        cost,
        detector.bytes());
  }

  /** A slow detector is kept from the largest set unless that is asked for. */
  private boolean runs(Detector detector, String set) {
    return settings.slow() || !detector.slow() || !set.equals(LabelledSets.AIOPS);
  }
}
