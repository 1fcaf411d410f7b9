// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.benchmarks.finops.FocusCheckRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks a data set against the rules of FOCUS. */
@Command(
    name = "focus-check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Puts a data set to the official requirements model of FOCUS and says which rules pass, fail"
          + " or do not apply, with the first rows that break each.",
      "A rule applies where the columns show that a provider supports what it is about."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:checked, whatever was found", "1:failed", "2:wrong use"})
final class FocusCheckCommand implements Callable<Integer> {
  @Option(
      names = "--in",
      required = true,
      paramLabel = "FILE",
      description = "The data set, CSV (plain or gzip).")
  private Path in = Path.of("");

  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "The requirements model, JSON.")
  private Path model = Path.of("");

  @Option(
      names = "--supports",
      split = ",",
      paramLabel = "CRITERION",
      description = "What the provider supports beside what the columns show; ALL for all.")
  private List<String> supports = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter to = spec.commandLine().getOut();
    new FocusCheckRun(in, model, supports).lines().forEach(to::println);
    to.flush();
    return 0;
  }
}
