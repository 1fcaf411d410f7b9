// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.incidents.RootCauseFormat;
import io.signalbox.benchmarks.incidents.RootCauseReport;
import io.signalbox.benchmarks.incidents.RootCauseRun;
import io.signalbox.benchmarks.incidents.View;
import io.signalbox.jobs.options.JobOptions;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks the jobs for the cause of labelled faults. */
@Command(
    name = "root-cause",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells a data set of labelled faults as telemetry to the real jobs, on an embedded Flink and"
          + " in event time, and compares the causes they name with the labels.",
      "Settings are the same for every system; labels are read after the run."
    })
final class RootCauseCommand implements Callable<Integer> {
  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "Layout of the data: ${COMPLETION-CANDIDATES}.")
  private RootCauseFormat format = RootCauseFormat.NEZHA;

  @Option(names = "--in", required = true, paramLabel = "DIR", description = "The data set.")
  private Path in = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "JSON Lines: one object a case.")
  private Path out = Path.of("");

  @Option(
      names = "--records",
      paramLabel = "DIR",
      description = "Keep what the jobs found here (default: a folder that is not kept).")
  private @Nullable Path records;

  @Option(
      names = "--unit-factor",
      paramLabel = "F",
      defaultValue = "1",
      showDefaultValue = Visibility.ALWAYS,
      description = "Multiply all metrics, as if they came in another unit.")
  private double unitFactor = 1;

  @Option(
      names = "--late",
      paramLabel = "S",
      defaultValue = "0",
      showDefaultValue = Visibility.ALWAYS,
      description = "Ask this many seconds later, or sooner where negative.")
  private long late;

  @Option(
      names = "--untraced",
      paramLabel = "SHARE",
      defaultValue = "0",
      showDefaultValue = Visibility.ALWAYS,
      description = "Share of the services whose spans are left out, 0 to 1.")
  private double untraced;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter to = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Path work = records == null ? Files.createTempDirectory("signalbox-root-cause") : records;
    View view = new View(unitFactor, late * 1000, untraced);
    RootCauseRun run = new RootCauseRun(format, in, work, view);
    RootCauseReport report = RootCauseReport.of(format, run.run(JobOptions.of()), view);
    report.write(out);
    run.complaints().told().forEach(line -> err.println("signalbox: " + line));
    report.lines().forEach(to::println);
    if (run.complaints().count() > 0) {
      to.println("bad input: " + run.complaints().count());
    }
    to.flush();
    return 0;
  }
}
