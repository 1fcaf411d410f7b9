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
    List<NabResult> folds = new ArrayList<>();
    for (int i = 0; i < onEven.size(); i++) {
      folds.add(onEven.get(i).and(onOdd.get(i)));
    }
    List<NabResult> shipped = List.of();
    if (alarms) {
      List<double[]> raised = verdicts.stream().map(Verdicts::alarmsAsScores).toList();
      NabScorer ofAlarms = new NabScorer(files, raised);
      shipped = profiles(profile -> ofAlarms.at(profile, 1));
    }
    return new NabFigures(profiles(all::best), folds, onEven, onOdd, shipped);
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
