// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.finops.TraceUsages;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes usages of real traces of requests. */
@Command(
    name = "usage",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes usages for the command cost of the traces of Azure, Mooncake and ServeGen, in the"
          + " order of arrival, with repeats, late ones and revisions. The same options always give"
          + " the same bytes."
    })
final class BenchUsageCommand implements Callable<Integer> {
  @Option(
      names = "--traces",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the traces.")
  private Path traces = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "JSON Lines to write.")
  private Path out = Path.of("");

  @Option(
      names = "--start",
      paramLabel = "TIME",
      defaultValue = "2025-10-08T00:00:00Z",
      showDefaultValue = Visibility.ALWAYS,
      description = "When each trace begins.")
  private Instant start = Instant.EPOCH;

  @Option(
      names = "--share",
      paramLabel = "SHARE",
      defaultValue = "0.1",
      showDefaultValue = Visibility.ALWAYS,
      description = "Share of the requests of ServeGen, above 0, up to 1 (2.2 million).")
  private double share;

  @Option(
      names = "--duplicates",
      paramLabel = "SHARE",
      defaultValue = "0.1",
      showDefaultValue = Visibility.ALWAYS,
      description = "Share of usages that come twice.")
  private double duplicates;

  @Option(
      names = "--late",
      paramLabel = "SHARE",
      defaultValue = "0.05",
      showDefaultValue = Visibility.ALWAYS,
      description = "Share of usages that come up to 48 hours late.")
  private double late;

  @Option(
      names = "--revisions",
      paramLabel = "SHARE",
      defaultValue = "0.02",
      showDefaultValue = Visibility.ALWAYS,
      description = "Share of usages that are revised.")
  private double revisions;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      showDefaultValue = Visibility.ALWAYS,
      description = "Of all that is drawn.")
  private long seed;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!(share > 0 && share <= 1)) {
      throw new ParameterException(spec.commandLine(), "--share must be above 0, up to 1");
    }
    TraceUsages.Settings settings =
        new TraceUsages.Settings(start, share, duplicates, late, revisions, seed);
    PrintWriter to = spec.commandLine().getOut();
    to.printf("usages of %,d requests%n", TraceUsages.write(traces, settings, out));
    to.flush();
    return 0;
  }
}
