// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.patterns.linting.Linter;
import io.signalbox.patterns.linting.Vocabulary;
import io.signalbox.patterns.reading.Catalogue;
import io.signalbox.patterns.reading.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with patterns. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description = "Says what is wrong with patterns, with file, line and column.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:nothing, or warnings only", "1:a pattern is refused"})
final class PatternsLintCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "Folder of patterns, or one file; without it the catalogue that ships.")
  private @Nullable Path folder;

  @Option(names = "--strict", description = "Warnings count as errors.")
  private boolean strict;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Catalogue catalogue = PatternFolder.read(folder);
    List<Problem> problems = new ArrayList<>(catalogue.problems());
    Vocabulary vocabulary = Vocabulary.shipped();
    catalogue.documents().forEach(one -> problems.addAll(Linter.lint(vocabulary, one)));
    PrintWriter out = spec.commandLine().getOut();
    problems.stream().sorted().forEach(out::println);
    long errors = problems.stream().filter(Problem::isError).count();
    out.printf(
        "%d patterns can be used, %d errors, %d warnings%n",
        catalogue.documents().size(), errors, problems.size() - errors);
    out.flush();
    return errors > 0 || (strict && !problems.isEmpty()) ? 1 : 0;
  }
}
