// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.patterns.advice.AdviceCatalogue;
import io.signalbox.patterns.advice.RunbookDocument;
import io.signalbox.patterns.reading.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what is wrong with runbooks and classes. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description = "Says what is wrong with runbooks and classes, with file, line and column.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:nothing, or warnings only", "1:a file is refused"})
final class RunbooksLintCommand implements Callable<Integer> {
  @Mixin private final RunbookSources sources = new RunbookSources();

  @Option(names = "--strict", description = "Warnings count as errors.")
  private boolean strict;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    AdviceCatalogue catalogue = sources.read();
    List<Problem> problems = new ArrayList<>(catalogue.problems());
    for (RunbookDocument document : catalogue.runbooks()) {
      warn(document, problems);
    }
    PrintWriter out = spec.commandLine().getOut();
    problems.stream().sorted().forEach(out::println);
    long errors = problems.stream().filter(Problem::isError).count();
    out.printf(
        "%d runbooks can be used, %d errors, %d warnings%n",
        catalogue.runbooks().size(), errors, problems.size() - errors);
    out.flush();
    return errors > 0 || (strict && !problems.isEmpty()) ? 1 : 0;
  }

  private static void warn(RunbookDocument runbook, List<Problem> problems) {
    Path document = RunbookSources.root().resolve(runbook.rule().runbook().document());
    if (!Files.exists(document)) {
      problems.add(warning(runbook, "there is no file " + document));
    }
    if (runbook.tests().isEmpty()) {
      problems.add(warning(runbook, "no tests: nobody knows when it applies"));
    }
  }

  private static Problem warning(RunbookDocument runbook, String why) {
    return new Problem(Problem.Level.WARNING, runbook.file(), 1, 1, why);
  }
}
