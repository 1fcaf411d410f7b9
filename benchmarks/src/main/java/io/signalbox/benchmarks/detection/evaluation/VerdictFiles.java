// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.evaluation;

import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Leaves what a detector said in files, in the layout that scorers of NAB read. */
final class VerdictFiles {
  private VerdictFiles() {}

  /** Writes {@code <folder>/<set>/<name>}, a row for each row of the series. */
  static void write(Path folder, List<LabelledSeries> series, List<Verdicts> verdicts)
      throws IOException {
    for (int i = 0; i < series.size(); i++) {
      Path file = folder.resolve(series.get(i).path());
      Files.createDirectories(file.getParent());
      try (BufferedWriter writer = Files.newBufferedWriter(file)) {
        writer.write("timestamp,value,anomaly_score,alarm\n");
        write(series.get(i), verdicts.get(i), writer);
      }
    }
  }

  private static void write(LabelledSeries series, Verdicts said, BufferedWriter writer)
      throws IOException {
    for (int row = 0; row < series.size(); row++) {
      double value = series.values()[row];
      writer.append(Double.isNaN(value) ? "," : Instant.ofEpochMilli(series.atMs()[row]) + ",");
      writer.append(Double.isNaN(value) ? "," : value + ",");
      writer.append(Double.toString(said.scores()[row]));
      writer.append(said.alarms().get(row) ? ",1\n" : ",0\n");
    }
  }
}
