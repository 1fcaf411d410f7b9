// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.signalbox.benchmarks.quality.DriftReport;
import io.signalbox.benchmarks.quality.DriftRun;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Watches streams in files for changes of what a model does. */
@Command(
    name = "drift",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Watches streams in files for changes of what a model does, and compares with what is known.",
      "A file *.arff[.gz] is a stream of classified rows: naive Bayes classifies each row and then"
          + " learns it, its errors are watched, and after a change it begins anew.",
      "A file llmdrift_*.csv[.gz] holds answers of a language model: outcome, output tokens, cost"
          + " and latency are watched. Version, dates and names are no evidence.",
      "Settings are the same for all; each row is judged from the rows up to it."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done, whatever the input was like", "1:failed", "2:wrong use"})
final class DriftCommand implements Callable<Integer> {
  @Option(names = "--in", required = true, paramLabel = "DIR", description = "The streams.")
  private Path in = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "JSON Lines: one object a stream.")
  private Path out = Path.of("");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter to = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    DriftRun run = new DriftRun();
    List<DriftReport> reports = run.run(in);
    Path folder = out.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    ObjectMapper json = new ObjectMapper();
    try (BufferedWriter file = Files.newBufferedWriter(out)) {
      for (DriftReport report : reports) {
        file.write(json.writeValueAsString(report));
        file.write('\n');
      }
    }
    run.complaints().told().forEach(line -> err.println("signalbox: " + line));
    to.println(
        String.format(Locale.ROOT, "%-42s %7s %6s %6s", "stream", "delay", "missed", "false"));
    reports.forEach(report -> to.println(report.line()));
    if (reports.isEmpty()) {
      err.println("signalbox: no *.arff[.gz] and no llmdrift_*.csv[.gz] below " + in);
    }
    if (run.complaints().count() > 0) {
      to.println("bad input: " + run.complaints().count());
    }
    to.flush();
    return 0;
  }
}
