// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.capacity;

import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.detection.DetectFigure;
import io.signalbox.benchmarks.detection.Pipeline;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that plans are made from.
 *
 * @param heap the job on the heap, null when it was not measured
 * @param rocksdb the job on RocksDB, null when it was not measured
 * @param scaling how cost grows with tasks
 * @param heapFill live share of a heap at the most series that it held, 0 when not measured
 * @param bytesPerPoint of a request of the measured load
 * @param restsOn the results files
 */
public record CapacityModel(
    @Nullable CostModel heap,
    @Nullable CostModel rocksdb,
    Scaling scaling,
    double heapFill,
    double bytesPerPoint,
    List<Source> restsOn) {

  private static final String SHIPPED = "fit.json";

  /**
   * A results file.
   *
   * @param file its name
   * @param commit that was measured
   * @param cpu model of the machine
   * @param cores of the machine
   */
  public record Source(String file, String commit, String cpu, int cores) {}

  /**
   * The model that comes with this build.
   *
   * @throws IllegalStateException when it has none
   */
  public static CapacityModel shipped() throws IOException {
    try (InputStream in = CapacityModel.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("this build has no fitted results: bench plan --fit FILES");
      }
      return BenchResults.json().readValue(in, CapacityModel.class);
    }
  }

  /**
   * Fits results.
   *
   * @throws IllegalArgumentException when they hold no figure of the detect job
   */
  public static CapacityModel fit(List<ResultsFile> files) {
    List<DetectFigure> figures = files.stream().flatMap(file -> file.figures().stream()).toList();
    CostModel heap = model(figures, Pipeline.DETECT_HEAP);
    CostModel rocksdb = model(figures, Pipeline.DETECT_ROCKSDB);
    if (heap == null && rocksdb == null) {
      throw new IllegalArgumentException(
          "no figure of the detect job at parallelism 1 in these files");
    }
    return new CapacityModel(
        heap,
        rocksdb,
        scaling(figures),
        files.stream().mapToDouble(ResultsFile::heapFill).max().orElse(0),
        ResultsFile.BYTES_PER_POINT,
        files.stream().map(ResultsFile::source).toList());
  }

  private static @Nullable CostModel model(List<DetectFigure> figures, Pipeline pipeline) {
    List<DetectFigure> own =
        figures.stream()
            .filter(figure -> figure.pipeline() == pipeline && figure.parallelism() == 1)
            .toList();
    return own.isEmpty() ? null : CostModel.fit(own);
  }

  /** Compares runs that differ in nothing but parallelism. */
  private static Scaling scaling(List<DetectFigure> figures) {
    Map<String, DetectFigure> single = new HashMap<>();
    figures.stream()
        .filter(figure -> figure.parallelism() == 1)
        .forEach(figure -> single.put(sameBut(figure), figure));
    List<DetectFigure> parallel = new ArrayList<>();
    for (DetectFigure figure : figures) {
      if (figure.parallelism() > 1 && single.containsKey(sameBut(figure))) {
        parallel.add(figure);
      }
    }
    int[] parallelism = parallel.stream().mapToInt(DetectFigure::parallelism).toArray();
    double[] relative =
        parallel.stream()
            .mapToDouble(
                figure ->
                    Optional.ofNullable(single.get(sameBut(figure)))
                        .map(one -> figure.nanosPerPoint() / one.nanosPerPoint())
                        .orElse(1.0))
            .toArray();
    return Scaling.fit(parallelism, relative);
  }

  private static String sameBut(DetectFigure figure) {
    return figure.pipeline() + " " + figure.allSeries() + " " + figure.checkpointSeconds();
  }

  /**
   * The model of a backend.
   *
   * @throws IllegalArgumentException when it was not measured
   */
  CostModel of(Pipeline pipeline) {
    CostModel model = pipeline == Pipeline.DETECT_ROCKSDB ? rocksdb : heap;
    if (model == null) {
      throw new IllegalArgumentException(pipeline.title() + " was not measured");
    }
    return model;
  }
}
