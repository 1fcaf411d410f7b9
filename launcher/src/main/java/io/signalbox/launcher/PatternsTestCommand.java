// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.patterns.reading.Catalogue;
import io.signalbox.patterns.reading.PatternDocument;
import io.signalbox.patterns.testing.AutomatonEngine;
import io.signalbox.patterns.testing.FlinkCepEngine;
import io.signalbox.patterns.testing.PatternTest;
import io.signalbox.patterns.testing.Runner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the tests that patterns carry. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Runs the tests that patterns carry: events in, matches out.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all passed", "1:a test failed, or a pattern could not be read"})
final class PatternsTestCommand implements Callable<Integer> {
  /** What matches. */
  enum By {
    AUTOMATON,
    FLINK_CEP
  }

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "Folder of patterns, or one file; without it the catalogue that ships.")
  private @Nullable Path folder;

  @Option(
      names = "--engine",
      paramLabel = "automaton|flink_cep",
      description = "What matches: the automaton of the jobs (default) or flink-cep.")
  private By engine = By.AUTOMATON;

  @Spec private CommandSpec spec;

  private int passed;
  private int failed;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Catalogue catalogue = PatternFolder.read(folder);
    catalogue.problems().forEach(out::println);
    Runner runner =
        new Runner(engine == By.AUTOMATON ? new AutomatonEngine() : new FlinkCepEngine());
    out.printf("%-36s %6s %6s  %s%n", "pattern", "passed", "failed", "first difference");
    catalogue.documents().forEach(document -> run(runner, document, out));
    out.printf(
        "%d patterns, %d tests passed, %d failed, %d problems%n",
        catalogue.documents().size(), passed, failed, catalogue.problems().size());
    out.flush();
    return failed == 0 && catalogue.problems().isEmpty() ? 0 : 1;
  }

  private void run(Runner runner, PatternDocument document, PrintWriter out) {
    int good = 0;
    String first = "";
    for (PatternTest test : document.tests()) {
      Optional<String> difference = runner.run(document.pattern(), test);
      if (difference.isEmpty()) {
        good++;
      } else if (first.isEmpty()) {
        String place = document.file() + ":" + document.place("test." + test.name()).line();
        first = "'" + test.name() + "' (" + place + "): " + difference.get();
      }
    }
    int bad = document.tests().size() - good;
    out.printf("%-36s %6d %6d  %s%n", document.pattern().id(), good, bad, first);
    passed += good;
    failed += bad;
  }
}
