// SPDX-License-Identifier: Apache-2.0
package io.signalbox.launcher;

import io.signalbox.analytics.incidents.Taxonomy;
import io.signalbox.patterns.advice.AdviceCatalogue;
import io.signalbox.patterns.advice.AdviceTest;
import io.signalbox.patterns.advice.RunbookDocument;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the tests that runbooks and the taxonomy carry. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Runs the tests that runbooks and classes carry: facts in, applies or not.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all passed", "1:a test failed, or a file could not be read"})
final class RunbooksTestCommand implements Callable<Integer> {
  @Mixin private final RunbookSources sources = new RunbookSources();

  @Spec private CommandSpec spec;

  private int passed;
  private int failed;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    AdviceCatalogue catalogue = sources.read();
    catalogue.problems().forEach(out::println);
    out.printf("%-36s %6s %6s  %s%n", "runbook", "passed", "failed", "first difference");
    Taxonomy taxonomy = catalogue.taxonomy().taxonomy();
    run("taxonomy", catalogue.taxonomy().tests(), catalogue.taxonomy()::run, out);
    for (RunbookDocument document : catalogue.runbooks()) {
      String id = document.rule().runbook().id();
      run(id, document.tests(), test -> document.run(test, taxonomy), out);
    }
    out.printf(
        "%d runbooks, %d classes, %d tests passed, %d failed, %d problems%n",
        catalogue.runbooks().size(),
        taxonomy.rules().size(),
        passed,
        failed,
        catalogue.problems().size());
    out.flush();
    return failed == 0 && catalogue.problems().isEmpty() ? 0 : 1;
  }

  private void run(
      String id,
      List<AdviceTest> tests,
      Function<AdviceTest, Optional<String>> test,
      PrintWriter out) {
    int good = 0;
    String first = "";
    for (AdviceTest one : tests) {
      Optional<String> difference = test.apply(one);
      if (difference.isEmpty()) {
        good++;
      } else if (first.isEmpty()) {
        first = "'" + one.name() + "' (line " + one.line() + "): " + difference.get();
      }
    }
    out.printf("%-36s %6d %6d  %s%n", id, good, tests.size() - good, first);
    passed += good;
    failed += tests.size() - good;
  }
}
