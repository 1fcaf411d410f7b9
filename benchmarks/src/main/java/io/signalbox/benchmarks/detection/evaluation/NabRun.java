// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.evaluation;

import io.signalbox.benchmarks.detection.evaluation.DetectorFigures.NabFigures;
import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.nab.NabProfile;
import io.signalbox.benchmarks.detection.nab.NabResult;
import io.signalbox.benchmarks.detection.nab.NabScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/** Scores a detector on NAB: at the best threshold, at that of the other half, and as shipped. */
final class NabRun {
  private NabRun() {}

  static NabFigures of(List<LabelledSeries> files, List<Verdicts> verdicts, boolean alarms) {
    List<double[]> scores = verdicts.stream().map(Verdicts::scores).toList();
    NabScorer all = new NabScorer(files, scores);
    NabScorer even = new NabScorer(half(files, 0), half(scores, 0));
    NabScorer odd = new NabScorer(half(files, 1), half(scores, 1));
    List<NabResult> onEven = profiles(profile -> even.at(profile, odd.best(profile).threshold()));
    List<NabResult> onOdd = profiles(profile -> odd.at(profile, even.best(profile).threshold()));
    List<NabResult> shipped = List.of();
    if (alarms) {
      List<double[]> raised = verdicts.stream().map(Verdicts::alarmsAsScores).toList();
      NabScorer ofAlarms = new NabScorer(files, raised);
      shipped = profiles(profile -> ofAlarms.at(profile, 1));
    }
    return new NabFigures(profiles(all::best), both(onEven, onOdd), onEven, onOdd, shipped);
  }

  /** The same with a threshold of one's own for each half; that of its first file counts. */
  static NabFigures at(
      NabFigures plain,
      List<LabelledSeries> files,
      List<Verdicts> verdicts,
      ToDoubleBiFunction<LabelledSeries, NabProfile> threshold) {
    List<double[]> scores = verdicts.stream().map(Verdicts::scores).toList();
    List<List<NabResult>> halves = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      LabelledSeries first = files.get(half);
      NabScorer scorer = new NabScorer(half(files, half), half(scores, half));
      halves.add(profiles(profile -> scorer.at(profile, threshold.applyAsDouble(first, profile))));
    }
    List<NabResult> folds = both(halves.get(0), halves.get(1));
    return new NabFigures(plain.best(), folds, halves.get(0), halves.get(1), plain.shipped());
  }

  private static List<NabResult> both(List<NabResult> even, List<NabResult> odd) {
    List<NabResult> both = new ArrayList<>();
    for (int i = 0; i < even.size(); i++) {
      both.add(even.get(i).and(odd.get(i)));
    }
    return both;
  }

  private static List<NabResult> profiles(Function<NabProfile, NabResult> scored) {
    return Arrays.stream(NabProfile.values()).map(scored).toList();
  }

  private static <T> List<T> half(List<T> all, int odd) {
    List<T> half = new ArrayList<>();
    for (int i = odd; i < all.size(); i += 2) {
      half.add(all.get(i));
    }
    return half;
  }
}
