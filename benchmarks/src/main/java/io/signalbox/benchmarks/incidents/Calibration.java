// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether first suspects are right as often as their confidence says.
 *
 * @param forecasts one a case in which anybody was suspected
 */
public record Calibration(List<Forecast> forecasts) {
  private static final int BINS = 5;

  /**
   * What was said of one case.
   *
   * @param confidence chance that the first suspect is the cause, 0..1
   * @param right whether it was
   */
  public record Forecast(double confidence, boolean right) {
    private double error() {
      return (right ? 1 : 0) - confidence;
    }
  }

  /** Keeps an unmodifiable copy. */
  public Calibration {
    forecasts = List.copyOf(forecasts);
  }

  static Calibration of(List<CaseVerdict> verdicts) {
    return new Calibration(
        verdicts.stream()
            .filter(verdict -> !verdict.ranking().isEmpty())
            .map(one -> new Forecast(one.ranking().get(0).confidence(), one.rank() == 1))
            .toList());
  }

  /**
   * Mean square of the difference to what was the case: G. W. Brier, Mon. Weather Rev. 78 (1950).
   */
  public double brierScore() {
    return forecasts.stream().mapToDouble(one -> one.error() * one.error()).average().orElse(0);
  }

  /**
   * Mean over the cases of how far the confidence stated in a fifth of the scale is from the share
   * that was right in it (expected calibration error), 0..1.
   */
  public double expectedError() {
    double sum = 0;
    for (List<Forecast> bin : bins()) {
      sum += Math.abs(bin.stream().mapToDouble(Forecast::error).sum());
    }
    return forecasts.isEmpty() ? 0 : sum / forecasts.size();
  }

  private List<List<Forecast>> bins() {
    List<List<Forecast>> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      bins.add(new ArrayList<>());
    }
    for (Forecast one : forecasts) {
      bins.get(Math.min(BINS - 1, (int) (BINS * one.confidence()))).add(one);
    }
    bins.removeIf(List::isEmpty);
    return bins;
  }

  /** The figures, a line each. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "confidence in the first suspect: %s; Brier score %.3f, calibration error %.3f",
            text(forecasts),
            brierScore(),
            expectedError()));
    bins().forEach(bin -> lines.add("  " + text(bin)));
    return lines;
  }

  private static String text(List<Forecast> some) {
    int right = (int) some.stream().filter(Forecast::right).count();
    double[] interval = RankFigure.wilson(right, some.size());
    return String.format(
        Locale.ROOT,
        "stated %.3f, right %d of %d (%.3f-%.3f)",
        some.stream().mapToDouble(Forecast::confidence).average().orElse(0),
        right,
        some.size(),
        interval[0],
        interval[1]);
  }
}
