// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.patterns.objectives.ObjectiveFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with objectives. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description = "Says what is wrong with objectives, with file, line and column.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:nothing", "1:they are refused"})
final class ObjectivesLintCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A file, or a folder of files that end in .yaml.")
  private Path place;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ObjectiveFiles files = ObjectiveFiles.read(place);
    PrintWriter out = spec.commandLine().getOut();
    files.problems().forEach(out::println);
    out.printf("%d objectives, %d errors%n", files.objectives().size(), files.problems().size());
    out.flush();
    return files.problems().isEmpty() ? 0 : 1;
  }
}
