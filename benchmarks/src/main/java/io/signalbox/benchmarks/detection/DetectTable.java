// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures as lines of text. */
public final class DetectTable {
  private DetectTable() {}

  /**
   * One line for each pipeline. The share of a floor is what it adds to the floor above it, out of
   * all that the job on the heap takes.
   */
  public static List<String> lines(List<DetectFigure> figures) {
    Optional<DetectFigure> pass = find(figures, Pipeline.PASS_THROUGH);
    Optional<DetectFigure> heap = find(figures, Pipeline.DETECT_HEAP);
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%-17s %14s %13s %8s %7s %7s %5s %6s %9s %8s %6s",
            "pipeline",
            "points/cpu-s",
            "points/s",
            "ns/point",
            "share",
            "of pass",
            "gc",
            "spread",
            "ckpt n/s",
            "ckpt MB",
            "k"));
    double above = 0;
    for (DetectFigure figure : figures) {
      boolean floor = figure.pipeline().compareTo(Pipeline.DETECT_HEAP) <= 0;
      double added = figure.nanosPerPoint() - above;
      String share =
          heap.filter(job -> floor).map(job -> percent(added / job.nanosPerPoint())).orElse("");
      lines.add(line(figure, share, pass));
      above = floor ? figure.nanosPerPoint() : above;
    }
    return lines;
  }

  /** How many times faster the job is than each peer of the same run. */
  public static List<String> peers(List<DetectFigure> figures) {
    List<String> lines = new ArrayList<>();
    for (Pipeline peer : List.of(Pipeline.NAIVE_FLINK, Pipeline.KAFKA_STREAMS)) {
      for (Pipeline job : List.of(Pipeline.DETECT_HEAP, Pipeline.DETECT_ROCKSDB)) {
        Optional<DetectFigure> theirs = find(figures, peer);
        find(figures, job)
            .filter(ours -> theirs.isPresent())
            .ifPresent(
                ours ->
                    lines.add(
                        String.format(
                            Locale.ROOT,
                            "%s is %.1f times as fast as %s, which only keeps an EWMA",
                            job.title(),
                            ours.pointsPerCpuSecond() / theirs.get().pointsPerCpuSecond(),
                            peer.title())));
      }
    }
    return lines;
  }

  private static String line(DetectFigure figure, String share, Optional<DetectFigure> pass) {
    var checkpoints = figure.checkpoints();
    boolean any = checkpoints.count() > 0;
    return String.format(
        Locale.ROOT,
        "%-17s %,14.0f %,13.0f %8.0f %7s %7s %5s %6s %9s %8s %6s",
        figure.pipeline().title(),
        figure.pointsPerCpuSecond(),
        figure.pointsPerSecond(),
        figure.nanosPerPoint(),
        share,
        pass.map(floor -> percent(figure.pointsPerCpuSecond() / floor.pointsPerCpuSecond()))
            .orElse(""),
        percent(figure.gcShare()),
        percent(figure.spread()),
        any
            ? String.format(Locale.ROOT, "%d/%.2f", checkpoints.count(), checkpoints.meanSeconds())
            : "",
        any ? String.format(Locale.ROOT, "%.0f", checkpoints.writtenMegabytes()) : "",
        figure.pipeline().stateful()
            ? String.format(Locale.ROOT, "%.1f", figure.updatesPerCheckpoint())
            : "");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }

  private static Optional<DetectFigure> find(List<DetectFigure> figures, Pipeline pipeline) {
    return figures.stream().filter(figure -> figure.pipeline() == pipeline).findFirst();
  }
}
