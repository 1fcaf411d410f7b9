// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.capacity;

import io.signalbox.benchmarks.detection.DetectFigure;
import io.signalbox.benchmarks.runs.Medians;
import java.util.Arrays;
import java.util.List;

/**
 * What one backend costs. Cpu time of a point is {@code base + perLog ln(series / 100,000) +
 * perCheckpoint / k}, in nanoseconds, never less than at 100,000 series: more series miss more
 * caches, and each checkpoint writes each series once, whatever came meanwhile.
 *
 * @param base nanoseconds of a point
 * @param perLog nanoseconds more for each e-fold of series
 * @param perCheckpoint nanoseconds of a series at each checkpoint
 * @param relativeError root mean square of the fit's relative errors, by figures to spare
 * @param figures number of figures behind it
 * @param fewest series that were measured
 * @param most series that were measured
 * @param heapBytes of heap for each series
 * @param stateBytes of a checkpoint for each series
 * @param writtenBytes written at a checkpoint for each series
 */
public record CostModel(
    double base,
    double perLog,
    double perCheckpoint,
    double relativeError,
    int figures,
    long fewest,
    long most,
    double heapBytes,
    double stateBytes,
    double writtenBytes) {

  private static final double REFERENCE = 100_000;
  private static final double MEGABYTE = 1e6;

  /** Taken for the error of a fit that has no figure to spare, and so errs nowhere. */
  private static final double UNTESTED = 0.25;

  /**
   * Fits figures of one backend at parallelism 1.
   *
   * @throws IllegalArgumentException when there are none
   */
  static CostModel fit(List<DetectFigure> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("no figures to fit");
    }
    double[][] features = new double[figures.size()][];
    double[] costs = new double[figures.size()];
    for (int i = 0; i < costs.length; i++) {
      DetectFigure figure = figures.get(i);
      features[i] = features((double) figure.allSeries(), figure.updatesPerCheckpoint());
      costs[i] = figure.nanosPerPoint();
    }
    double[] fitted = LeastSquares.fit(features, costs);
    double squares = 0;
    for (int i = 0; i < costs.length; i++) {
      double off = dot(fitted, features[i]) / costs[i] - 1;
      squares += off * off;
    }
    long spare = costs.length - Arrays.stream(fitted).filter(found -> found != 0).count();
    return new CostModel(
        fitted[0],
        fitted[1],
        fitted[2],
        spare > 0 ? Math.sqrt(squares / spare) : UNTESTED,
        costs.length,
        figures.stream().mapToLong(DetectFigure::allSeries).min().orElse(0),
        figures.stream().mapToLong(DetectFigure::allSeries).max().orElse(0),
        largest(figures).liveBytesPerSeries(),
        median(figures, largest -> largest.checkpoints().fullMegabytes()),
        median(figures, largest -> largest.checkpoints().writtenMegabytes()));
  }

  /** Fixed parts of a heap weigh least in the run with the most series. */
  private static DetectFigure largest(List<DetectFigure> figures) {
    DetectFigure largest = figures.get(0);
    for (DetectFigure figure : figures) {
      largest = figure.allSeries() > largest.allSeries() ? figure : largest;
    }
    return largest;
  }

  private static double median(
      List<DetectFigure> figures, java.util.function.ToDoubleFunction<DetectFigure> megabytes) {
    double[] each =
        figures.stream()
            .filter(figure -> figure.checkpoints().count() > 0)
            .mapToDouble(figure -> megabytes.applyAsDouble(figure) * MEGABYTE / figure.allSeries())
            .toArray();
    return each.length == 0 ? 0 : Medians.of(each);
  }

  private static double[] features(double series, double updatesPerCheckpoint) {
    return new double[] {
      1, Math.max(0, Math.log(series / REFERENCE)), 1 / Math.max(1e-9, updatesPerCheckpoint)
    };
  }

  private static double dot(double[] left, double[] right) {
    return left[0] * right[0] + left[1] * right[1] + left[2] * right[2];
  }

  /** Cpu time of a point in nanoseconds. */
  double nanosPerPoint(double series, double updatesPerCheckpoint) {
    return dot(new double[] {base, perLog, perCheckpoint}, features(series, updatesPerCheckpoint));
  }

  /** Half the width of the interval, as a share: twice the fit's error, at least a fifth. */
  double uncertainty() {
    return Math.max(0.2, 2 * relativeError);
  }
}
