// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.capacity;

import io.signalbox.benchmarks.detection.DetectFigure;
import io.signalbox.benchmarks.detection.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A prediction beside what was then measured.
 *
 * @param pipeline the job on its backend
 * @param series all series
 * @param parallelism tasks of each operator
 * @param predictedNanos cpu time of a point
 * @param measuredNanos cpu time of a point
 * @param error prediction over measurement less 1
 */
public record PlanCheck(
    Pipeline pipeline,
    long series,
    int parallelism,
    double predictedNanos,
    double measuredNanos,
    double error) {

  /** A prediction is good when it is so close. */
  public static final double GOOD = 0.2;

  /**
   * Predicts every figure of the job in results that the model does not rest on.
   *
   * @throws IllegalArgumentException when it does rest on them, or they hold no such figure
   */
  public static List<PlanCheck> of(CapacityModel model, ResultsFile results) {
    String file = results.source().file();
    if (model.restsOn().stream().anyMatch(source -> source.file().equals(file))) {
      throw new IllegalArgumentException(file + " is what the model was fitted to");
    }
    List<PlanCheck> checks = new ArrayList<>();
    for (DetectFigure figure : results.figures()) {
      Pipeline pipeline = figure.pipeline();
      if (pipeline == Pipeline.DETECT_HEAP || pipeline == Pipeline.DETECT_ROCKSDB) {
        checks.add(check(model, figure));
      }
    }
    if (checks.isEmpty()) {
      throw new IllegalArgumentException(file + " holds no figure of the detect job");
    }
    return checks;
  }

  private static PlanCheck check(CapacityModel model, DetectFigure figure) {
    int tasks = figure.parallelism();
    double predicted =
        model
                .of(figure.pipeline())
                .nanosPerPoint((double) figure.allSeries(), figure.updatesPerCheckpoint())
            * tasks
            / model.scaling().capacity(tasks);
    return new PlanCheck(
        figure.pipeline(),
        figure.allSeries(),
        tasks,
        predicted,
        figure.nanosPerPoint(),
        predicted / figure.nanosPerPoint() - 1);
  }

  /** True when the prediction is close enough. */
  public boolean good() {
    return Math.abs(error) <= GOOD;
  }

  /** The checks as a table. */
  public static List<String> lines(List<PlanCheck> checks) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%-16s %12s %5s %12s %12s %7s  %s",
            "pipeline",
            "series",
            "tasks",
            "predicted ns",
            "measured ns",
            "error",
            "within 20%"));
    for (PlanCheck check : checks) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-16s %,12d %5d %12.0f %12.0f %+6.0f%%  %s",
              check.pipeline.title(),
              check.series,
              check.parallelism,
              check.predictedNanos,
              check.measuredNanos,
              100 * check.error,
              check.good() ? "yes" : "no"));
    }
    return lines;
  }
}
