// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.detection.scoring.OwnDetector;
import io.signalbox.benchmarks.detection.scoring.ScoreFolder;
import io.signalbox.benchmarks.detection.scoring.ScoreTotals;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores series in files with the detector of the jobs. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Puts the detector of the jobs to series in files and writes what it says about each row.",
      "Each file is a series of its own, read once in the order of its rows: what is written for a"
          + " row depends on the rows up to it and on nothing else. Settings are the same for all.",
    },
    footerHeading = "%nInput:%n",
    footer = {
      "  Every *.csv and *.csv.gz below DIR whose header has a column timestamp",
      "  (or TimeStamp) and a column value (or Value). Other columns, labels above",
      "  all, are never read. A time is ISO-8601, with or without T and zone (none",
      "  means UTC), or seconds since 1970. Files without such a header are named",
      "  and passed over.",
      "",
      "Output:",
      "  The same relative path without .gz, a row for each row, in order:",
      "    timestamp, value  as they stand in the input",
      "    anomaly_score     0..1, in full precision",
      "    alarm             1 on the row that raises an alarm, else 0",
      "    expected, lower, upper",
      "                      what was expected there; empty where nothing was",
      "    p_value           of the row if all is as usual; 1 where nothing was tested",
      "    reason            what spoke; warming_up while a series is too young;",
      "                      unreadable where a row has no time or no value: its",
      "                      score and alarm are 0",
      "",
      "  Unreadable rows, repeated or backward timestamps, gaps and damaged files",
      "  are named on standard error, the first few of each file, and counted at",
      "  the end. They do not end the command.",
      "",
      "Example:",
      "  ./signalbox score --in measurements --out scored --budget 0.5"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done, whatever the input was like", "1:failed", "2:wrong use"})
final class ScoreCommand implements Callable<Integer> {
  @Option(
      names = "--in",
      required = true,
      paramLabel = "DIR",
      description = "Folder that is searched for series, or one file.")
  private Path in = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the scored files; one inside the other is not read again.")
  private Path out = Path.of("");

  @Option(
      names = "--budget",
      paramLabel = "N",
      defaultValue = "1",
      showDefaultValue = Visibility.ALWAYS,
      description = "False alarms a series may raise in a week, on average.")
  private double budget = 1;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    PrintWriter err = spec.commandLine().getErr();
    int threads = Runtime.getRuntime().availableProcessors();
    ScoreTotals totals =
        ScoreFolder.run(in, out, OwnDetector.of(budget), threads, line -> say(err, line));
    say(spec.commandLine().getOut(), totals.line());
    return 0;
  }

  private void check() throws IOException {
    if (!Files.exists(in)) {
      throw new ParameterException(spec.commandLine(), "no such folder or file: " + in);
    }
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new ParameterException(spec.commandLine(), "--out " + out + " is no folder");
    }
    Path source = Files.isDirectory(in) ? in : in.toAbsolutePath().getParent();
    if (Files.exists(out) && source != null && Files.isSameFile(source, out)) {
      throw new ParameterException(
          spec.commandLine(), "--out is the folder of the input: its files would be lost");
    }
    if (!(budget > 0 && budget <= 10_000)) {
      throw new ParameterException(spec.commandLine(), "--budget must be above 0, up to 10000");
    }
  }

  private static void say(PrintWriter to, String line) {
    to.println(line);
    to.flush();
  }
}
