// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The same job over more and more series. */
public final class Sweep {
  private Sweep() {}

  /**
   * Measures each backend at each size.
   *
   * @param counts numbers of all series; rounded down to whole services
   * @return figures by backend, then size
   */
  public static List<DetectFigure> run(
      DetectBench bench, RunSpec spec, List<Pipeline> pipelines, List<Long> counts, int rounds)
      throws Exception {
    List<DetectFigure> figures = new ArrayList<>();
    for (Pipeline pipeline : pipelines) {
      for (long count : counts) {
        RunSpec sized = spec.withServices(services(count, spec));
        figures.addAll(bench.run(sized, List.of(pipeline), rounds));
      }
    }
    return figures;
  }

  /**
   * Whole services, the same for each parallel source, that hold so many series.
   *
   * @throws IllegalArgumentException when that is not even one for each source
   */
  static int services(long series, RunSpec spec) {
    long each = series / spec.series() / spec.parallelism();
    long services = each * spec.parallelism();
    if (services < 1 || services > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          series + " series are not enough for services of " + spec.series());
    }
    return (int) services;
  }

  /** One line for each figure; costs are relative to the first of the same backend. */
  public static List<String> lines(List<DetectFigure> figures) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%-16s %12s %14s %8s %6s %11s %14s %9s %7s",
            "pipeline",
            "series",
            "points/cpu-s",
            "ns/point",
            "cost",
            "heap B/ser.",
            "ckpt B/series",
            "ckpt n/s",
            "k"));
    DetectFigure first = null;
    for (DetectFigure figure : figures) {
      if (first == null || first.pipeline() != figure.pipeline()) {
        first = figure;
      }
      lines.add(
          String.format(
              Locale.ROOT,
              "%-16s %,12d %,14.0f %8.0f %5.1fx %11.0f %14.0f %9s %7.1f",
              figure.pipeline().title(),
              figure.allSeries(),
              figure.pointsPerCpuSecond(),
              figure.nanosPerPoint(),
              figure.nanosPerPoint() / first.nanosPerPoint(),
              figure.liveBytesPerSeries(),
              figure.checkpoints().fullMegabytes() * 1e6 / figure.allSeries(),
              String.format(
                  Locale.ROOT,
                  "%d/%.1f",
                  figure.checkpoints().count(),
                  figure.checkpoints().meanSeconds()),
              figure.updatesPerCheckpoint()));
    }
    return lines;
  }
}
