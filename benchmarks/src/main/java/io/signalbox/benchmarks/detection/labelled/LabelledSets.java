// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.labelled;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.signalbox.schemas.detection.EventTimeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The labelled sets that detectors are judged on. */
public final class LabelledSets {
  /** Numenta Anomaly Benchmark: windows in a file of their own. */
  public static final String NAB = "nab";

  /** Microsoft cloud monitoring. */
  public static final String MS_CLOUD = "ms-cloud";

  /** AIOps competition of 2018, first halves. */
  public static final String AIOPS = "aiops";

  /** All sets, in the order in which they are reported. */
  public static final List<String> ALL = List.of(NAB, MS_CLOUD, AIOPS);

  private static final String WINDOWS = "labels/combined_windows.json";

  private LabelledSets() {}

  /** Where a set is. */
  public static Path folder(Path data, String set) {
    return switch (set) {
      case NAB -> data.resolve("nab");
      case MS_CLOUD -> data.resolve("ms-cloud/data");
      case AIOPS -> data.resolve("aiops-kpi-train");
      default -> throw new IllegalArgumentException("no set " + set + ": one of " + ALL);
    };
  }

  /** True if a set is there. */
  public static boolean isThere(Path data, String set) {
    Path folder = folder(data, set);
    return set.equals(NAB) ? Files.exists(folder.resolve(WINDOWS)) : Files.isDirectory(folder);
  }

  /**
   * Reads a set: the files of {@code nab} in the order of their labels, others by name.
   *
   * @throws IOException if it cannot be read
   */
  public static List<LabelledSeries> read(Path data, String set) throws IOException {
    Path folder = folder(data, set);
    return set.equals(NAB) ? nab(folder) : folder(set, folder);
  }

  /** Reads one file; it may have labels. */
  public static LabelledSeries file(Path file) throws IOException {
    return LabelledFile.read(file).series("file", String.valueOf(file.getFileName()));
  }

  private static List<LabelledSeries> folder(String set, Path folder) throws IOException {
    List<LabelledSeries> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(LabelledSets::isSeries).sorted().toList()) {
        String name = folder.relativize(file).toString();
        all.add(LabelledFile.read(file).series(set, name.replaceFirst("\\.gz$", "")));
      }
    }
    return all;
  }

  private static boolean isSeries(Path file) {
    String name = file.toString();
    return name.endsWith(".csv") || name.endsWith(".csv.gz");
  }

  /** Reads a corpus in the layout of NAB: {@code data} and {@code labels} below the folder. */
  public static List<LabelledSeries> nab(Path folder) throws IOException {
    JsonNode windows = new JsonMapper().readTree(folder.resolve(WINDOWS).toFile());
    List<LabelledSeries> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : windows.properties()) {
      LabelledFile file = LabelledFile.read(folder.resolve("data").resolve(entry.getKey()));
      List<Segment> segments = new ArrayList<>();
      for (JsonNode window : entry.getValue()) {
        segments.add(new Segment(row(file, window.get(0)), row(file, window.get(1))));
      }
      all.add(file.series(NAB, entry.getKey(), segments));
    }
    return all;
  }

  private static int row(LabelledFile file, JsonNode time) throws IOException {
    int row = file.rowAt(EventTimeText.parse(time.asText()));
    if (row < 0) {
      throw new IOException("a window of NAB begins or ends at no row: " + time.asText());
    }
    return row;
  }
}
