// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.learning;

import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.scoring.OwnDetector;
import io.signalbox.benchmarks.detection.scoring.PointScorer;
import io.signalbox.benchmarks.detection.scoring.Scored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What can be learned from a series: its suspicious values, as only these are weighed.
 *
 * @param series labelled
 * @param rows of the values, rising
 * @param features what the detector knows about each
 */
public record Examples(LabelledSeries series, List<Integer> rows, List<double[]> features) {
  /** Listens to the detector of the jobs while it judges a series. */
  static Examples of(LabelledSeries series) {
    List<double[]> heard = new ArrayList<>();
    PointScorer listening =
        OwnDetector.of(
                1,
                () ->
                    features -> {
                      heard.add(features.clone());
                      return 0;
                    })
            .scorer()
            .get();
    List<Integer> rows = new ArrayList<>();
    Scored said = new Scored();
    for (int row = 0; row < series.size(); row++) {
      if (!Double.isNaN(series.values()[row])) {
        listening.next(series.atMs()[row], series.values()[row], said);
      }
      if (rows.size() < heard.size()) {
        rows.add(row);
      }
    }
    return new Examples(series, rows, heard);
  }

  /** Of several series, in their order. */
  public static List<Examples> of(List<LabelledSeries> all) {
    return all.parallelStream().map(Examples::of).toList();
  }

  /** Those of made series. */
  static List<Examples> made() {
    List<MadeSeries> made = MadeSeries.all();
    return made.parallelStream().map(one -> of(one.series()).where(one::isClear)).toList();
  }

  private Examples where(IntPredicate row) {
    int[] kept = IntStream.range(0, size()).filter(i -> row.test(rows.get(i))).toArray();
    return new Examples(
        series,
        Arrays.stream(kept).mapToObj(rows::get).toList(),
        Arrays.stream(kept).mapToObj(features::get).toList());
  }

  int size() {
    return rows.size();
  }

  /** The first example at a row or after it. */
  int from(int row) {
    int low = 0;
    int high = rows.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows.get(middle) < row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
