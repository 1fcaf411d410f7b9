// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.events;

import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Looks for the threshold of the score at which the events of one set, or of several, are best. */
public final class ThresholdSearch {
  /** Thresholds tried lie this factor apart in the number of points above them. */
  private static final double STEP = 1.08;

  private ThresholdSearch() {}

  /** A set with the scores of its series. */
  public record ScoredSet(List<LabelledSeries> series, List<double[]> scores) {
    /** Counts all series with an alarm wherever the score is not below the threshold. */
    public EventCount at(double threshold) {
      EventCount sum = EventCount.NONE;
      for (int i = 0; i < series.size(); i++) {
        double[] score = scores.get(i);
        sum = sum.and(EventCounter.count(series.get(i), row -> score[row] >= threshold));
      }
      return sum;
    }

    private double[] counted() {
      int size = 0;
      for (LabelledSeries one : series) {
        size += one.size() - EventCounter.firstRow(one);
      }
      double[] counted = new double[size];
      int at = 0;
      for (int i = 0; i < series.size(); i++) {
        int from = EventCounter.firstRow(series.get(i));
        int rows = series.get(i).size() - from;
        System.arraycopy(scores.get(i), from, counted, at, rows);
        at += rows;
      }
      return counted;
    }
  }

  /**
   * The threshold at which the worst of the sets is best, and of several such that with the best
   * mean.
   */
  public static double best(List<ScoredSet> sets) {
    SortedSet<Double> tried = new TreeSet<>();
    for (ScoredSet set : sets) {
      tried.addAll(candidates(set.counted()));
    }
    List<Double> thresholds = new ArrayList<>(tried);
    Worth[] worth =
        IntStream.range(0, thresholds.size())
            .parallel()
            .mapToObj(i -> Worth.of(sets, thresholds.get(i)))
            .toArray(Worth[]::new);
    return Arrays.stream(worth).max(Worth.ORDER).orElseThrow().threshold();
  }

  /** Scores with 1, 2, ... points not below them, ever more of them. */
  private static SortedSet<Double> candidates(double[] scores) {
    Arrays.sort(scores);
    SortedSet<Double> candidates = new TreeSet<>();
    for (double rank = 1; rank <= scores.length; rank = Math.max(rank + 1, rank * STEP)) {
      candidates.add(scores[scores.length - (int) rank]);
    }
    return candidates;
  }

  private record Worth(double threshold, double least, double mean) {
    static final Comparator<Worth> ORDER =
        Comparator.comparingDouble(Worth::least)
            .thenComparingDouble(Worth::mean)
            .thenComparingDouble(Worth::threshold);

    static Worth of(List<ScoredSet> sets, double threshold) {
      double[] f1 = sets.stream().mapToDouble(set -> set.at(threshold).f1()).toArray();
      return new Worth(
          threshold,
          Arrays.stream(f1).min().orElseThrow(),
          Arrays.stream(f1).average().orElseThrow());
    }
  }
}
