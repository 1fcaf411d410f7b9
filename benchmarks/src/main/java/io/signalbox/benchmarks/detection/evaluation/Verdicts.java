// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.evaluation;

import io.signalbox.benchmarks.detection.events.AlarmBudget;
import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.scoring.Detector;
import io.signalbox.benchmarks.detection.scoring.PointScorer;
import io.signalbox.benchmarks.detection.scoring.Scored;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What a detector said about a series.
 *
 * @param scores of its rows; 0 where a row has no value
 * @param alarms rows that raise an alarm
 */
public record Verdicts(double[] scores, BitSet alarms) {
  /** Takes each verdict of a run. */
  @FunctionalInterface
  public interface Listener {
    /** Takes the verdict about a row; rows without a value have none. */
    void accept(int row, Scored said);
  }

  /** Runs a fresh detector over a series. */
  public static Verdicts of(Detector detector, LabelledSeries series) {
    Verdicts verdicts = new Verdicts(new double[series.size()], new BitSet());
    run(
        detector,
        series,
        (row, said) -> {
          verdicts.scores[row] = Double.isNaN(said.score) ? 0 : said.score;
          verdicts.alarms.set(row, said.alarm);
        });
    return verdicts;
  }

  /** Runs a fresh detector over a series; it sees no label and no row beyond the one it judges. */
  public static void run(Detector detector, LabelledSeries series, Listener listener) {
    PointScorer scorer = detector.scorer().get();
    Scored said = new Scored();
    for (int row = 0; row < series.size(); row++) {
      if (!Double.isNaN(series.values()[row])) {
        said.clear();
        scorer.next(series.atMs()[row], series.values()[row], said);
        listener.accept(row, said);
      }
    }
  }

  /**
   * Alarms where nothing is labelled.
   *
   * @param perWeek false alarms expected of a series in a week
   */
  static AlarmBudget budget(List<LabelledSeries> series, List<Verdicts> verdicts, double perWeek) {
    List<AlarmBudget> all = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      all.add(AlarmBudget.of(series.get(i), perWeek, verdicts.get(i).alarms()::get));
    }
    return AlarmBudget.over(all);
  }

  /** The alarms as a score: 1 where one is raised, else 0. */
  double[] alarmsAsScores() {
    double[] raised = new double[scores.length];
    alarms.stream().forEach(row -> raised[row] = 1);
    return raised;
  }
}
