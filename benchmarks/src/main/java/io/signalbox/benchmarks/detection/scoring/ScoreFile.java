// SPDX-License-Identifier: Apache-2.0
package io.signalbox.benchmarks.detection.scoring;

import io.signalbox.schemas.detection.CsvRow;
import io.signalbox.schemas.detection.SeriesCsv;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Puts a detector to one file, row by row: each row is written before the next is read, so that
 * nothing that comes later can change it.
 */
final class ScoreFile {
  private static final String HEADER =
      "timestamp,value,anomaly_score,alarm,expected,lower,upper,p_value,reason\n";
  private static final String UNREADABLE = "unreadable";

  private final PointScorer scorer;
  private final FileReport report;
  private final Scored scored = new Scored();
  private final StringBuilder line = new StringBuilder(160);

  ScoreFile(PointScorer scorer, FileReport report) {
    this.scorer = scorer;
    this.report = report;
  }

  /**
   * Scores a file. The output appears under its name when it is complete.
   *
   * @throws IOException if the output cannot be written
   */
  void run(Path in, Path out) throws IOException {
    try (SeriesCsv rows = SeriesCsv.open(in)) {
      String fault = rows.fault();
      if (fault != null) {
        report.note(Irregularity.SKIPPED, 1, fault + ": passed over");
        return;
      }
      score(rows, out);
    } catch (UncheckedIOException unwritable) {
      throw unwritable.getCause();
    } catch (IOException unreadable) {
      report.note(Irregularity.SKIPPED, 1, "cannot be read: " + reason(unreadable));
    }
  }

  private void score(SeriesCsv rows, Path out) {
    Path unfinished = out.resolveSibling(out.getFileName() + ".part");
    try {
      Files.createDirectories(out.toAbsolutePath().getParent());
      try (BufferedWriter writer =
          Files.newBufferedWriter(unfinished, StandardCharsets.ISO_8859_1)) {
        writer.write(HEADER);
        copy(rows, writer);
      }
      Files.move(unfinished, out, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private void copy(SeriesCsv rows, Writer writer) throws IOException {
    StepWatch steps = new StepWatch();
    CsvRow row = new CsvRow();
    while (read(rows, row)) {
      scored.clear();
      if (row.isReadable()) {
        steps.take(row, report);
        scorer.next(row.atMs, row.value, scored);
      } else {
        report.note(Irregularity.UNREADABLE, row.line, row.fault);
        scored.reason = UNREADABLE;
      }
      report.row(scored.alarm);
      writer.append(line(row));
    }
  }

  /** Reads a row; a file that is damaged from here on ends here. */
  private boolean read(SeriesCsv rows, CsvRow row) {
    try {
      return rows.next(row);
    } catch (IOException damaged) {
      report.note(
          Irregularity.DAMAGED,
          rows.lineNumber() + 1,
          "cannot be read from here on: " + reason(damaged));
      return false;
    }
  }

  private CharSequence line(CsvRow row) {
    line.setLength(0);
    line.append(row.verbatim());
    line.append(',').append(scored.score).append(',').append(scored.alarm ? 1 : 0);
    number(scored.expected);
    number(scored.lower);
    number(scored.upper);
    number(scored.pValue);
    return line.append(',').append(scored.reason).append('\n');
  }

  private void number(double number) {
    line.append(',');
    if (!Double.isNaN(number)) {
      line.append(number);
    }
  }

  private static String reason(IOException problem) {
    String message = problem.getMessage();
    String kind = problem.getClass().getSimpleName();
    return message == null ? kind : kind + " " + message;
  }
}
