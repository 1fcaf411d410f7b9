// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.evaluation;

import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.learning.Examples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Series that are judged by what was learned from others.
 *
 * @param learned from these
 * @param judged are these
 */
record Fold(List<Examples> learned, List<LabelledSeries> judged) {
  /** How the series are divided. */
  enum Division {
    /** The even files of every set, and the odd ones. */
    HALVES,
    /** Set by set: each is judged by what was learned from the others. */
    SETS
  }

  /** All folds of a division; each series is judged in one of them. */
  static List<Fold> of(Division division, Map<String, List<Examples>> sets) {
    List<Fold> folds = new ArrayList<>();
    if (division == Division.HALVES) {
      for (int half = 1; half >= 0; half--) {
        int judged = half;
        folds.add(fold(sets, (set, place) -> place % 2 == judged));
      }
    } else {
      sets.keySet().forEach(judged -> folds.add(fold(sets, (set, place) -> set.equals(judged))));
    }
    return folds;
  }

  private static Fold fold(
      Map<String, List<Examples>> sets, BiPredicate<String, Integer> isJudged) {
    Fold fold = new Fold(new ArrayList<>(), new ArrayList<>());
    sets.forEach(
        (set, series) -> {
          for (int place = 0; place < series.size(); place++) {
            if (isJudged.test(set, place)) {
              fold.judged.add(series.get(place).series());
            } else {
              fold.learned.add(series.get(place));
            }
          }
        });
    return fold;
  }
}
