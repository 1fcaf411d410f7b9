// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.scoring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Scores every series below a folder; files are independent of each other and run in parallel. */
public final class ScoreFolder {
  private ScoreFolder() {}

  /**
   * Scores.
   *
   * @param in a folder, or one file
   * @param out where the scored files go, under the same relative paths
   * @param detector what judges
   * @param threads how many files at a time
   * @param faults told, in the order of the files' names, of all that is wrong with the input
   * @throws IOException if the input folder cannot be read or an output cannot be written
   */
  public static ScoreTotals run(
      Path in, Path out, Detector detector, int threads, Consumer<String> faults)
      throws IOException, InterruptedException {
    SeriesFiles files = SeriesFiles.below(in, out);
    ScoreTotals totals = new ScoreTotals();
    for (String line : files.passedOver()) {
      faults.accept(line);
      totals.passedOver();
    }
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<FileReport>> reports = new ArrayList<>();
      for (Map.Entry<String, Path> file : files.found().entrySet()) {
        reports.add(pool.submit(() -> score(file, out, detector)));
      }
      for (Future<FileReport> report : reports) {
        FileReport done = report.get();
        done.lines().forEach(faults);
        totals.add(done);
      }
      return totals;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException unwritable) {
        throw unwritable;
      }
      throw new IllegalStateException(failed.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static FileReport score(Map.Entry<String, Path> file, Path out, Detector detector)
      throws IOException {
    FileReport report = new FileReport(file.getKey());
    new ScoreFile(detector.scorer().get(), report).run(file.getValue(), out.resolve(file.getKey()));
    return report;
  }
}
