// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.detection.labelled.LabelledSeries;
import io.signalbox.benchmarks.detection.labelled.LabelledSets;
import io.signalbox.benchmarks.detection.plot.SeriesPlot;
import io.signalbox.benchmarks.detection.scoring.Detector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Draws series, of the labelled sets or in files of the user's own. */
final class PlotSeries {
  private final Path data;
  private final List<String> sets;
  private final Path out;
  private final CommandLine line;

  PlotSeries(Path data, List<String> sets, Path out, CommandLine line) {
    this.data = data;
    this.sets = sets;
    this.out = out;
    this.line = line;
  }

  /** Writes a picture for each name. */
  void draw(List<String> names, Detector detector) throws IOException {
    Files.createDirectories(out);
    for (String name : names) {
      LabelledSeries series = find(name);
      Path file = out.resolve(series.path().replace('/', '_').replaceFirst("\\.csv$", "") + ".svg");
      Files.writeString(file, SeriesPlot.of(detector, series));
      line.getOut().println(file);
      line.getOut().flush();
    }
  }

  private LabelledSeries find(String name) throws IOException {
    for (String set : sets) {
      if (name.startsWith(set + "/") && LabelledSets.isThere(data, set)) {
        for (LabelledSeries series : LabelledSets.read(data, set)) {
          if (series.path().equals(name)) {
            return series;
          }
        }
      }
    }
    if (Files.isRegularFile(Path.of(name))) {
      return LabelledSets.file(Path.of(name));
    }
    throw new ParameterException(
        line,
        "no series " + name + ": name it like nab/realKnownCause/nyc_taxi.csv, or give a file");
  }
}
