// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.capacity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.signalbox.benchmarks.BenchResults;
import io.signalbox.benchmarks.detection.DetectFigure;
import io.signalbox.benchmarks.load.MetricLoad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a results file of {@code bench detect} says.
 *
 * @param source the file, and what was measured on what
 * @param figures every pipeline in it
 * @param heapFill live share of the heap at the most series it held; 0 in files of other kinds
 */
public record ResultsFile(
    CapacityModel.Source source, List<DetectFigure> figures, double heapFill) {

  /** Of the load that all results files rest on. */
  static final double BYTES_PER_POINT =
      new MetricLoad(1, 100, MetricLoad.START_MS, 1000).requestBytes() / 100.0;

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException when it is not there or not such a file, by name
   */
  public static ResultsFile read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("no such file: " + file);
    }
    ObjectMapper json = BenchResults.json();
    try {
      JsonNode root = json.readTree(file.toFile());
      String bench = root.path("bench").asText();
      JsonNode figures =
          bench.equals("detect-most") ? root.path("figures").path("tried") : root.path("figures");
      if (!List.of("detect", "detect-sweep", "detect-most").contains(bench) || !figures.isArray()) {
        throw new IllegalArgumentException(
            file + " holds no results of bench detect, with --sweep or --find-most or without");
      }
      List<DetectFigure> read = new ArrayList<>();
      for (JsonNode figure : figures) {
        read.add(json.treeToValue(figure, DetectFigure.class));
      }
      JsonNode machine = root.path("machine");
      CapacityModel.Source source =
          new CapacityModel.Source(
              file.getFileName().toString(),
              root.path("commit").asText(),
              machine.path("cpu").asText(),
              machine.path("cores").asInt());
      return new ResultsFile(source, read, heapFill(root.path("figures")));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(
          file + " is not a results file: " + broken.getOriginalMessage(), broken);
    }
  }

  private static double heapFill(JsonNode found) {
    double heap = found.path("heapBytes").asDouble();
    return heap == 0
        ? 0
        : found.path("series").asDouble() * found.path("bytesPerSeries").asDouble() / heap;
  }
}
